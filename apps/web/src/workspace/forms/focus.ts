import { fieldPointer, idOf } from './pointers.ts';

/** Focuses the control of a pointer as soon as its step has been drawn; its field when the entry is gone. */
export const focusField = (pointer: string, attempts = 20): void => {
  const found = document.getElementById(idOf(pointer));
  if (found !== null) {
    // What is folded cannot be gone to.
    for (let fold = found.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    found.scrollIntoView({ block: 'center' });
    found.focus();
  } else if (attempts > 0) requestAnimationFrame(() => focusField(pointer, attempts - 1));
  else if (fieldPointer(pointer) !== pointer) focusField(fieldPointer(pointer), 1);
};
