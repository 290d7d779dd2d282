import { text } from '@suanjian/rulebook';
import type { RecordCheck, RecordFinding } from './record-check.ts';

/** Reviewed with the result that it may, and not later than the day on which it went into service. */
export const releaseApproved: RecordCheck = {
  id: 'release-approved',
  question: text(
    '提供服务的每个版本，上线之前都审核同意了吗？备案所写的版本登记了吗？',
    'Was every release reviewed and let through before it went into service, and is the release that the filing names recorded?',
  ),
  advice: text(
    '补做审核并写明结论；没有先审核就上线的，查明原因，改进上线流程。',
    'Review what was not, and write down the result. Find out why it went into service without a review, and mend the procedure.',
  ),
  judge: ({ registers, filings }) => {
    const releases = registers?.releases ?? [];
    const served = releases.filter(({ from }) => from !== undefined);
    const findings: RecordFinding[] = served.flatMap(({ algorithm, release, from = '', review }) => {
      const called = { zh: `「${algorithm}」${release}`, en: `${release} of “${algorithm}”` };
      if (review === undefined)
        return [
          {
            text: text(
              `${called.zh} 于 ${from} 上线，至今没有审核。`,
              `${called.en} went into service on ${from} and has not been reviewed.`,
            ),
          },
        ];
      if (review.result !== 'approved')
        return [
          {
            text: text(
              `${called.zh} 审核不同意上线，仍于 ${from} 上线。`,
              `${called.en} was refused in its review and went into service on ${from}.`,
            ),
          },
        ];
      return review.on <= from
        ? []
        : [
            {
              text: text(
                `${called.zh} 于 ${from} 上线，${review.on} 才审核。`,
                `${called.en} went into service on ${from} and was reviewed only on ${review.on}.`,
              ),
            },
          ];
    });
    const named = filings.flatMap(({ id, name, version }) => (version === undefined ? [] : [{ id, name, version }]));
    let unrecorded = 0;
    for (const { id, name, version } of named) {
      const own = releases.filter(({ algorithm }) => algorithm === name);
      // Nothing recorded of an algorithm at all cannot be judged; something recorded that leaves out what is filed can.
      if (own.length === 0) unrecorded += 1;
      else if (!own.some(({ release }) => release === version))
        findings.push({
          filing: id,
          text: text(
            `备案写明「${name}」的版本是 ${version}，这个版本没有登记。`,
            `The filing says that “${name}” runs as ${version}; no such release is recorded.`,
          ),
        });
    }
    const looked = served.length + named.length;
    if (findings.length > 0) return { verdict: 'fail', looked, findings };
    if (unrecorded > 0) return { verdict: 'not-enough-data', looked, findings: [] };
    return { verdict: looked === 0 ? 'not-applicable' : 'pass', looked, findings: [] };
  },
};
