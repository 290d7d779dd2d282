import type { ClockRules } from '@suanjian/matters';
import type { MatterPorts } from './commands.ts';
import { projectClocks } from './projection.ts';
import type { Store } from '../store/open-store.ts';
import { loadStream } from './streams.ts';

export interface Recomputed {
  readonly matters: number;
  /** Due dates that moved or became definite; their earlier values are kept beside the new ones. */
  readonly moved: number;
}

/** Counts every open clock again, after a calendar was imported. */
export const recomputeClocks = (
  store: Store,
  ports: Pick<MatterPorts, 'definitionOf' | 'sealer' | 'now'>,
  rules: ClockRules,
): Promise<Recomputed> =>
  store.asOwner(async (transaction) => {
    const heads = await transaction
      .selectFrom('matter')
      .selectAll()
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('clock')
            .select('clock.name')
            .whereRef('clock.matter_id', '=', 'matter.id')
            .where('clock.ended_on', 'is', null),
        ),
      )
      .execute();
    let moved = 0;
    for (const head of heads) {
      const definition = ports.definitionOf(head.kind);
      if (definition === undefined) continue;
      const stream = await loadStream(transaction, definition, head, ports.sealer);
      moved += await projectClocks(transaction, head.id, definition, stream.events, rules, ports.now());
    }
    return { matters: heads.length, moved };
  });
