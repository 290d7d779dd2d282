type Shortcut = 'form' | 'contradictions' | 'differences' | 'correspondence' | 'decide' | 'queue' | 'help';

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly target: unknown;
}

const byCode: Readonly<Record<string, Shortcut>> = {
  Digit1: 'form',
  Digit2: 'contradictions',
  Digit3: 'differences',
  Digit4: 'correspondence',
  Digit5: 'decide',
  KeyQ: 'queue',
};

const isTyping = (target: unknown): boolean => {
  if (typeof target !== 'object' || target === null) return false;
  const { tagName, isContentEditable, type } = target as {
    tagName?: string;
    isContentEditable?: boolean;
    type?: string;
  };
  if (isContentEditable === true || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && type !== 'checkbox' && type !== 'radio' && type !== 'button';
};

/** What a key means. By its place on the keyboard, because Alt changes what many layouts type; nothing while somebody types. */
export const shortcutOf = ({
  key,
  code,
  altKey,
  ctrlKey,
  metaKey,
  isComposing,
  target,
}: Pressed): Shortcut | undefined => {
  if (ctrlKey || metaKey || isComposing || isTyping(target)) return undefined;
  if (!altKey) return key === '?' || key === '？' ? 'help' : undefined;
  return byCode[code];
};
