import { matterDefinitions, type Side } from '@suanjian/matters';

/** The sides that ever see matters of a kind, by its definition alone. Of offices a joint team alone sees its matter, and nobody in these tests is of one. */
export const sidesOf = (kind: string): ReadonlySet<Side> => {
  const definition = matterDefinitions.find((each) => each.kind === kind);
  const sides = new Set(Object.values(definition?.states ?? {}).flatMap(({ visible }) => visible));
  if (definition?.team !== undefined) sides.delete('office');
  return sides;
};
