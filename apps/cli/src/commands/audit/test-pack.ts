import { checks, loadPack, methodOf, tryExamples } from '@suanjian/audit';
import { text } from '@suanjian/rulebook';
import { CliFault } from '../../fault.ts';
import { say, type Terminal } from '../../terminal.ts';
import { withMappingStore } from './mapping-store.ts';

/** Runs the examples of a check pack on a store of their own; gives the fault to end with when one comes out otherwise than it says. */
export const testPack = async (terminal: Terminal, folder: string): Promise<CliFault | undefined> => {
  const packed = await loadPack(folder, { methodOf, checks });
  const tried = await withMappingStore(terminal, (store) => tryExamples(store, packed, methodOf));
  for (const { check, title, differences } of tried) {
    const mark = differences.length === 0 ? '✓' : '✗';
    say(
      terminal,
      text(`${mark} ${check}：${title.zh}`, `${mark} ${check}: ${title.en}`),
      ...differences.map((difference) => text(`    ${difference}`, `    ${difference}`)),
    );
  }
  const failed = tried.filter(({ differences }) => differences.length > 0).length;
  return failed === 0
    ? undefined
    : new CliFault(
        text(
          `${failed} 个示例与所说的不符。`,
          failed === 1 ? '1 example is not as it says.' : `${failed} examples are not as they say.`,
        ),
      );
};
