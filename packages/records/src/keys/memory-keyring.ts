import { dataKeyLength, keyIdOf, type DataKey, type Keyring, type KeyringPorts, type KeyState } from './keyring.ts';

/** A keyring that is gone with the process; for tests. */
export const createMemoryKeyring = ({ random, now }: KeyringPorts): Keyring => {
  const states = new Map<string, Exclude<KeyState, { kind: 'missing' }>>();
  return {
    keyFor: async (owner) => {
      for (let generation = 1; ; generation++) {
        const id = keyIdOf(owner, generation);
        const state = states.get(id);
        if (state?.kind === 'present') return state.key;
        if (state === undefined) {
          const key: DataKey = { id, bytes: random(dataKeyLength) };
          states.set(id, { kind: 'present', key });
          return key;
        }
      }
    },
    find: async (keyId) => states.get(keyId) ?? { kind: 'missing' },
    erase: async (owner) => {
      const erased: string[] = [];
      for (let generation = 1; states.has(keyIdOf(owner, generation)); generation++) {
        const id = keyIdOf(owner, generation);
        if (states.get(id)?.kind === 'present') {
          states.set(id, { kind: 'erased', erasedAt: now() });
          erased.push(id);
        }
      }
      return erased;
    },
  };
};
