import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './choose.ts';

describe('choosing a language', () => {
  it('follows the address before anything else', () => {
    expect(chooseLanguage('?lang=en', 'language=zh', ['zh-CN'])).toBe('en');
  });
  it('remembers by cookie, whatever stands beside it', () => {
    expect(chooseLanguage('', 'a=b; language=en', ['zh-CN'])).toBe('en');
    expect(chooseLanguage('', 'otherlanguage=en', ['zh-CN'])).toBe('zh');
  });
  it('asks the browser last, and speaks Chinese to everybody else', () => {
    expect(chooseLanguage('', '', ['fr-FR', 'en-US'])).toBe('en');
    expect(chooseLanguage('?lang=xx', 'language=yy', ['fr-FR'])).toBe('zh');
  });
});
