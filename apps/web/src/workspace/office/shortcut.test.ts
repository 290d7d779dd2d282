import { describe, expect, it } from 'vitest';
import { shortcutOf } from './shortcut.ts';

const pressed = {
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  target: { tagName: 'BODY' },
};

describe('keyboard shortcuts', () => {
  it('goes by the place of the key, whatever Alt makes of it', () => {
    expect(shortcutOf({ ...pressed, key: '¡', code: 'Digit1', altKey: true })).toBe('form');
    expect(shortcutOf({ ...pressed, key: 'œ', code: 'KeyQ', altKey: true })).toBe('queue');
  });
  it('never takes a letter by itself, and nothing while somebody types', () => {
    expect(shortcutOf({ ...pressed, key: 'q', code: 'KeyQ' })).toBeUndefined();
    expect(shortcutOf({ ...pressed, key: '?', target: { tagName: 'TEXTAREA' } })).toBeUndefined();
    expect(shortcutOf({ ...pressed, key: '?', target: { tagName: 'INPUT', type: 'text' } })).toBeUndefined();
    expect(shortcutOf({ ...pressed, code: 'Digit1', altKey: true, isComposing: true })).toBeUndefined();
  });
  it('opens help with either question mark, also from a tick box', () => {
    expect(shortcutOf({ ...pressed, key: '?', target: { tagName: 'INPUT', type: 'checkbox' } })).toBe('help');
    expect(shortcutOf({ ...pressed, key: '？' })).toBe('help');
  });
});
