import { canonicalJson } from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import type { Bundle, BundledResult, BundledUnit } from './bundle-schema.ts';
import { coarse, smallestCell } from './suppression.ts';

/** Pseudonyms of the decision log, wherever they stand. */
export const pseudonym = /p\d+_[A-Za-z0-9_-]{22}/u;

type Figures = Omit<BundledUnit, 'by'>;

const isEmpty = ({ n, p, q, estimate, interval, smallestDetectable }: Figures): boolean =>
  [n, p, q, estimate, interval, smallestDetectable].every((figure) => figure === null);

/** Counts stand in whole tens, everything else to three digits, chances to two. */
const isCoarse = ({ estimate, interval, smallestDetectable, p, q }: Figures, scale: BundledResult['scale']): boolean =>
  [estimate, ...(interval ?? [])].every((size) =>
    scale === 'count' ? size === null || size % smallestCell === 0 : coarse(size) === size,
  ) &&
  coarse(smallestDetectable) === smallestDetectable &&
  [p, q].every((chance) => coarse(chance, 2) === chance);

/** Whether a share is of fewer rows than may be shown, or leaves fewer, however `n` and the share were rounded. */
const showsFew = ({ estimate, n }: Figures): boolean => {
  if (estimate === null || n === null || estimate <= 0 || estimate >= 1) return false;
  const most = n + smallestCell / 2;
  return estimate * 1.006 * most < smallestCell || (1.0006 - estimate) * most < smallestCell;
};

const holdsBack = (figures: Figures, scale: BundledResult['scale']): boolean => {
  if (figures.suppressed) return isEmpty(figures);
  return isCoarse(figures, scale) && (scale !== 'share' || !showsFew(figures));
};

/**
 * What of a bundle should have been held back, as far as it can be seen from outside: whoever signed it may have made it otherwise than this software.
 * Undefined where nothing is.
 */
export const notHeldBack = (bundle: Bundle): Text | undefined => {
  if (pseudonym.test(canonicalJson(bundle)))
    return text('结果包里有个人的假名，不能接收。', 'The bundle holds pseudonyms of people; it is not taken.');
  const open = bundle.results.find(
    (result) => ![result, ...result.units].every((figures) => holdsBack(figures, result.scale)),
  );
  return open === undefined
    ? undefined
    : text(
        `${open.id} 的数字没有按规定隐去或取整，可能透露少于 10 行的内容。请用 suanjian audit --bundle 重新生成。`,
        `The numbers of ${open.id} are not held back or rounded as they must be, and may give away fewer than ten rows. Make the bundle again with suanjian audit --bundle.`,
      );
};
