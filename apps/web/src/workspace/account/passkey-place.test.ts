import { describe, expect, it } from 'vitest';
import { atLocalhost, passkeyPlaceOf } from './passkey-place.ts';

describe('where passkeys can be made', () => {
  const at = (hostname: string, secure = true, able = true) => passkeyPlaceOf({ hostname, secure, able });

  it('is a name over a safe connection, in a browser that knows them', () => {
    expect(at('suanjian.example')).toBe('here');
    expect(at('localhost')).toBe('here');
    expect(at('suanjian.example', false, false)).toBe('insecure');
    expect(at('suanjian.example', true, false)).toBe('unusable');
  });

  it('is never a number; this machine has the name localhost', () => {
    expect(at('127.0.0.1')).toBe('localhost');
    expect(at('[::1]')).toBe('localhost');
    expect(at('192.0.2.7', false, false)).toBe('domain');
    expect(at('[2001:db8::1]')).toBe('domain');
    expect(at('127.example')).toBe('here');
  });

  it('goes to the same page by the name', () => {
    expect(atLocalhost('http://127.0.0.1:8080/workspace/account?lang=en')).toBe(
      'http://localhost:8080/workspace/account?lang=en',
    );
  });
});
