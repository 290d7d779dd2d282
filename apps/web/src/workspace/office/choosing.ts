import { useRef, type KeyboardEvent, type MouseEvent } from 'react';

export type Chosen = Readonly<Record<string, boolean>>;
type Change = (change: (before: Chosen) => Chosen) => void;

/** What lies between two rows, both of them included, in the order of the list. */
export const between = (rows: readonly string[], one: string, other: string): readonly string[] => {
  const [from, until] = [rows.indexOf(one), rows.indexOf(other)];
  if (from < 0 || until < 0) return [other];
  return rows.slice(Math.min(from, until), Math.max(from, until) + 1);
};

const boxOf = (target: EventTarget): HTMLInputElement | undefined =>
  target instanceof HTMLInputElement && target.dataset['choice'] !== undefined ? target : undefined;

const boxesIn = (frame: HTMLElement): readonly HTMLInputElement[] => [
  ...frame.querySelectorAll<HTMLInputElement>('input[data-choice]:not(:disabled)'),
];

const nameOf = (box: HTMLInputElement): string => box.dataset['choice'] ?? '';

const settingAll =
  (rows: readonly string[], value: boolean) =>
  (before: Chosen): Chosen => ({ ...before, ...Object.fromEntries(rows.map((row) => [row, value])) });

/**
 * Choosing many rows quickly, with the mouse or without: Shift chooses everything from the row that was chosen last, arrows go from row to
 * row, with Shift they choose on the way, and Ctrl+A chooses all that can be.
 */
export const useChoosing = (change: Change) => {
  const last = useRef<string>(undefined);
  const onClick = ({ target, currentTarget, shiftKey }: MouseEvent<HTMLElement>): void => {
    const box = boxOf(target);
    if (box === undefined) return;
    const rows = boxesIn(currentTarget).map(nameOf);
    if (shiftKey && last.current !== undefined)
      change(settingAll(between(rows, last.current, nameOf(box)), box.checked));
    last.current = nameOf(box);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const box = boxOf(event.target);
    if (box === undefined) return;
    const boxes = boxesIn(event.currentTarget);
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      change(settingAll(boxes.map(nameOf), true));
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = step === 0 ? undefined : boxes[boxes.indexOf(box) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    if (event.shiftKey) change(settingAll([nameOf(box), nameOf(next)], true));
    last.current = nameOf(next);
  };
  return { onClick, onKeyDown };
};
