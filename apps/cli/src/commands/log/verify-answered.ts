import { statementsFor, type Trust } from '@suanjian/evidence';
import { commitmentOfSeed, verifyAnswer } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import { CliFault } from '../../fault.ts';
import { say, sayJson, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';
import { ceilingOf } from '../../unpacking.ts';

export interface AnsweredFiles {
  readonly folder: string;
  readonly trust: Trust;
  readonly ownKey: string | undefined;
  readonly seed: string | undefined;
  readonly count: number | undefined;
  readonly since: string | undefined;
  readonly json: boolean;
}

/** Verifies the answer to a challenge from its files alone. */
export const verifyAnswered = async (terminal: Terminal, files: AnsweredFiles): Promise<void> => {
  const { folder, trust, ownKey, seed, count, since, json } = files;
  const report = await verifyAnswer({
    folder,
    trust,
    ...(seed === undefined ? {} : { seed }),
    ...(count === undefined ? {} : { count }),
    ...(since === undefined ? {} : { since }),
    ...(await ceilingOf(terminal)),
  });
  const { faults, checkpoint, drawn, batches, rows, deleted } = report;
  const says = [
    ...statementsFor({ witnesses: checkpoint?.witnesses.length ?? 0 }).slice(faults.length === 0 ? 0 : 1),
    ...(seed === undefined || since === undefined ? [evidenceTexts.challengeUnfixed] : []),
    ...(ownKey === undefined ? [] : [evidenceTexts.keyFromInside(ownKey)]),
  ];
  if (json) {
    const outcome = faults.length === 0 ? 'sound' : 'faulty';
    sayJson(terminal, {
      outcome,
      drawn,
      batches,
      rows,
      deleted,
      ...(seed === undefined ? {} : { commitment: commitmentOfSeed(seed) }),
      faultCount: faults.length,
      faults: faults.map((each) => ({ text: each })),
      statements: says,
    });
  } else {
    say(terminal, evidenceTexts.answerHolds(drawn, batches, rows, deleted));
    if (seed !== undefined) say(terminal, evidenceTexts.commitment(commitmentOfSeed(seed)));
    for (const each of says) say(terminal, text(`· ${each.zh}`, `· ${each.en}`));
  }
  if (faults.length > 0) throw new CliFault(evidenceTexts.faulty(faults.length), { details: faults.slice(0, 50) });
  if (!json) say(terminal, evidenceTexts.sound);
};
