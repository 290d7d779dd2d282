import { text } from '@suanjian/rulebook';
import { dayOf, evidenceIn } from './evidence-of.ts';
import type { GapRule } from './rule.ts';

/** What was seen before the version went into service says nothing of it. */
export const evidenceOutdated: GapRule = {
  name: 'evidence-outdated',
  title: text('证据早于所评估的版本', 'Evidence older than the version'),
  grade: 'lesser',
  find: (form) =>
    evidenceIn(form).flatMap(({ pointer, entry }) => {
      const day = dayOf(entry);
      const { versionSince: since } = form;
      if (day === undefined || since === undefined || day >= since) return [];
      const named = entry.kind === 'check' ? (entry.check ?? '') : day;
      return [
        {
          subject: `${entry.about ?? ''}/${named}`,
          pointers: [pointer, '/form/versionSince'] as const,
          text: text(
            `证据（${named}）止于 ${day}，早于版本启用日 ${since}。请换新的证据，或者说明为什么仍能说明这个版本。`,
            `This evidence (${named}) ends on ${day}, before the version went into service on ${since}. Replace it, or say why it still speaks to this version.`,
          ),
        },
      ];
    }),
};
