import { statementsFor, type Trust } from '@suanjian/evidence';
import { verifyExtract } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import { CliFault } from '../../fault.ts';
import { say, sayJson, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';

export interface ExtractedFiles {
  readonly folder: string;
  readonly trust: Trust;
  /** The key that came with the files, where no other was given. */
  readonly ownKey: string | undefined;
  readonly json: boolean;
}

const MOST_SHOWN = 50;

/** Verifies an extract from its files alone. */
export const verifyExtracted = async (
  terminal: Terminal,
  { folder, trust, ownKey, json }: ExtractedFiles,
): Promise<void> => {
  const report = await verifyExtract(folder, trust);
  const { leaf, checkpoint, proved, faults, faultCount } = report;
  const says = [
    ...statementsFor({ witnesses: checkpoint?.witnesses.length ?? 0 }).slice(faultCount === 0 ? 0 : 1),
    evidenceTexts.notAllOfThem,
    ...(ownKey === undefined ? [] : [evidenceTexts.keyFromInside(ownKey)]),
  ];
  if (json) {
    sayJson(terminal, {
      outcome: faultCount === 0 ? 'sound' : 'faulty',
      proved,
      leaf,
      faultCount,
      faults: faults.map((each) => ({ text: each })),
      statements: says,
    });
  } else {
    if (leaf !== undefined)
      say(
        terminal,
        evidenceTexts.takenBy(
          leaf.actor,
          leaf.basis ?? leaf.matter ?? '',
          leaf.rows,
          new Date(leaf.time).toISOString(),
        ),
      );
    say(terminal, evidenceTexts.proved(proved));
    for (const each of says) say(terminal, text(`· ${each.zh}`, `· ${each.en}`));
  }
  if (faultCount > 0) {
    const shown = faults.slice(0, MOST_SHOWN);
    const more = faultCount - shown.length;
    throw new CliFault(evidenceTexts.faulty(faultCount), {
      details: [...shown, ...(more > 0 ? [evidenceTexts.moreFaults(more)] : [])],
    });
  }
  if (!json) say(terminal, evidenceTexts.sound);
};
