import type { AnyMatterDefinition, MatterState, Opened } from '../engine/definition.ts';
import type { MatterId } from '../engine/identity.ts';
import type { RecordedEvent } from '../engine/run.ts';

/** A stream with what it leads to. */
export interface KeptMatter {
  readonly id: MatterId;
  readonly definition: AnyMatterDefinition;
  readonly opened: Opened;
  readonly events: readonly RecordedEvent[];
  readonly state: MatterState;
}
