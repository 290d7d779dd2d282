import { expect, it } from 'vitest';
import { argon2Hasher } from './password.ts';

it('hashes with argon2id at the cost that OWASP asks for, each time with another salt', async () => {
  const [first, second] = await Promise.all([
    argon2Hasher.hash('correct horse battery staple'),
    argon2Hasher.hash('correct horse battery staple'),
  ]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(second).not.toBe(first);
});

it('knows the right password, in whatever code points it was typed, and no other', async () => {
  const hashed = await argon2Hasher.hash('Ｃafé 密码密码密码');
  expect(await argon2Hasher.verify(hashed, 'Cafe\u0301 密码密码密码')).toBe(true);
  expect(await argon2Hasher.verify(hashed, 'Cafe 密码密码密码')).toBe(false);
});

it('takes what is no hash for nobody’s password', async () => {
  expect(await argon2Hasher.verify('', 'anything')).toBe(false);
  expect(await argon2Hasher.verify('plain text', 'plain text')).toBe(false);
});
