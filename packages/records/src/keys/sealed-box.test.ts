import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyOwner } from './keyring.ts';
import { createMemoryKeyring } from './memory-keyring.ts';
import { createSealedBox, isSealed, openSealed, type Sealed } from './sealed-box.ts';

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const owner: KeyOwner = { kind: 'person', id: 'matter-1.responsiblePerson' };
const place = 'matter-1/form/identityNumber';

const boxWithKeyring = () => {
  const keyring = createMemoryKeyring({ random, now: () => '2026-03-01T00:00:00.000Z' });
  const sealedBox = createSealedBox(keyring, random);
  const seal = async (value: unknown): Promise<Sealed> => {
    const sealed = await sealedBox.seal(value, owner, place);
    if (!isSealed(sealed)) throw new Error('not sealed');
    return sealed;
  };
  return {
    keyring,
    sealedBox,
    box: { seal, open: (sealed: Sealed, where: string) => openSealed(sealed, keyring, where) },
  };
};

/** Flips one bit of a base64url part. */
const flipped = (sealed: Sealed, part: 'iv' | 'tag' | 'text', at: number): Sealed => {
  const bytes = Buffer.from(sealed[part], 'base64url');
  const index = at % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return { ...sealed, [part]: bytes.toString('base64url') };
};

describe('a sealed box', () => {
  it('gives back every JSON value, also after storage as JSON', async () => {
    const { box } = boxWithKeyring();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const stored: unknown = JSON.parse(JSON.stringify(await box.seal(value)));
        expect(isSealed(stored)).toBe(true);
        if (isSealed(stored)) expect(JSON.stringify(await box.open(stored, place))).toBe(JSON.stringify(value));
      }),
      { numRuns: 50 },
    );
  });

  it('shows nothing of the value, and never the same bytes twice', async () => {
    const { box } = boxWithKeyring();
    const [first, second] = [await box.seal('110101199003070000'), await box.seal('110101199003070000')];
    expect(JSON.stringify(first)).not.toContain('11010119900307');
    expect(first.text).not.toBe(second.text);
    expect(first.iv).not.toBe(second.iv);
    expect(first.key).toBe(second.key);
  });

  it('does not open in another place', async () => {
    const { box } = boxWithKeyring();
    const sealed = await box.seal('138 0000 0000');
    await expect(box.open(sealed, 'matter-2/form/identityNumber')).rejects.toMatchObject({ code: 'seal-misplaced' });
  });

  it('does not open when any bit was changed', async () => {
    const { box } = boxWithKeyring();
    const sealed = await box.seal({ telephone: '138 0000 0000' });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('iv' as const, 'tag' as const, 'text' as const), fc.nat(), async (part, at) => {
        await expect(box.open(flipped(sealed, part, at), place)).rejects.toMatchObject({ code: 'seal-broken' });
      }),
      { numRuns: 50 },
    );
    for (const part of ['iv', 'tag', 'at'] as const) {
      await expect(box.open({ ...sealed, [part]: '' }, place)).rejects.toMatchObject({ code: 'seal-broken' });
    }
  });

  it('does not open under another key, even when its id is swapped', async () => {
    const { box, keyring } = boxWithKeyring();
    const sealed = await box.seal('x');
    const other = await keyring.keyFor({ kind: 'person', id: 'somebody else' });
    await expect(box.open({ ...sealed, key: other.id }, place)).rejects.toMatchObject({ code: 'seal-misplaced' });
  });

  it('tells erased from missing', async () => {
    const { box, keyring } = boxWithKeyring();
    const sealed = await box.seal('x');
    await expect(boxWithKeyring().box.open(sealed, place)).rejects.toMatchObject({
      code: 'key-missing',
      key: sealed.key,
    });
    await keyring.erase(owner);
    await expect(box.open(sealed, place)).rejects.toMatchObject({
      code: 'key-erased',
      key: sealed.key,
      erasedAt: '2026-03-01T00:00:00.000Z',
    });
  });

  it('answers that a key was erased where it is used by matters, and throws for the rest', async () => {
    const { box, keyring, sealedBox } = boxWithKeyring();
    const sealed = await box.seal(['x']);
    await expect(sealedBox.open(sealed, place)).resolves.toEqual({ found: 'value', value: ['x'] });
    await expect(sealedBox.open(sealed, 'elsewhere')).rejects.toMatchObject({ code: 'seal-misplaced' });
    await expect(sealedBox.open({ sealed: 'v1' }, place)).rejects.toMatchObject({ code: 'seal-broken' });
    await keyring.erase(owner);
    await expect(sealedBox.open(sealed, place)).resolves.toEqual({ found: 'erased' });
  });

  it('refuses what is no JSON, and recognises only its own shape', async () => {
    const { box } = boxWithKeyring();
    await expect(box.seal(undefined)).rejects.toThrow(TypeError);
    for (const other of [null, 'v1', { sealed: 'v1' }, { sealed: 'v2', key: '', iv: '', tag: '', at: '', text: '' }])
      expect(isSealed(other)).toBe(false);
  });
});
