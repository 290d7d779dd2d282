import type { StandardState, StandardVersion } from './state.ts';

/** What anybody may see of a body's standards: all of them, newest first. */
export interface PublicStandards {
  readonly body: string;
  readonly versions: readonly StandardVersion[];
}

/** Nothing once the body has stopped. */
export const publicStandards = ({ status, name, versions }: StandardState): PublicStandards => ({
  body: name,
  versions: status === 'ended' ? [] : versions.toReversed(),
});

export const versionIn = (
  { versions }: Pick<StandardState, 'versions'>,
  code: string,
  version: string,
): StandardVersion | undefined => versions.find((each) => each.code === code && each.version === version);
