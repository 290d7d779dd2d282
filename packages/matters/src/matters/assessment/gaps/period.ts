import { text } from '@suanjian/rulebook';
import { evidenceIn } from './evidence-of.ts';
import type { GapFinding, GapRule } from './rule.ts';

const backwards = (subject: string, pointer: string, from: string, until: string): GapFinding => ({
  subject,
  pointers: [pointer],
  text: text(`时段止于 ${until}，早于开始的 ${from}。`, `The period ends on ${until}, before it begins on ${from}.`),
});

const ahead = (subject: string, pointer: string, day: string): GapFinding => ({
  subject,
  pointers: [pointer],
  text: text(`${day} 还没有到。`, `${day} is still to come.`),
});

/** Days that cannot be. */
export const period: GapRule = {
  name: 'period',
  title: text('日期不成立', 'Days that cannot be'),
  grade: 'blocking',
  find: (form, { today }) => {
    const { periodFrom: from, periodUntil: until, trigger, triggeredOn } = form;
    const happened = trigger === 'growth' || trigger === 'spread' || trigger === 'notice';
    return [
      ...(from !== undefined && until !== undefined && until < from
        ? [backwards('period', '/form/periodUntil', from, until)]
        : []),
      ...(until !== undefined && until > today ? [ahead('until', '/form/periodUntil', until)] : []),
      ...(happened && triggeredOn !== undefined && triggeredOn > today
        ? [ahead('triggered', '/form/triggeredOn', triggeredOn)]
        : []),
      ...evidenceIn(form).flatMap(({ pointer, entry }, index) => {
        const last = entry.kind === 'check' ? entry.until : entry.takenOn;
        const name = `evidence-${index + 1}`;
        return [
          ...(entry.kind === 'check' &&
          entry.from !== undefined &&
          entry.until !== undefined &&
          entry.until < entry.from
            ? [backwards(name, `${pointer}/until`, entry.from, entry.until)]
            : []),
          ...(last !== undefined && last > today
            ? [ahead(name, `${pointer}/${entry.kind === 'check' ? 'until' : 'takenOn'}`, last)]
            : []),
        ];
      }),
    ];
  },
};
