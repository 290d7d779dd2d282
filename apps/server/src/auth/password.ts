import { hash, verify } from '@node-rs/argon2';

export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (hashed: string, password: string) => Promise<boolean>;
}

/** Fewest and most characters of a password. The upper bound keeps hashing from being used to tire the server. */
export const passwordLength = { least: 12, most: 128 } as const;

/** What OWASP asks of argon2id at the least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password typed on two keyboards may arrive as different code points. */
const normal = (password: string): string => password.normalize('NFKC');

export const argon2Hasher: PasswordHasher = {
  hash: (password) => hash(normal(password), cost),
  verify: async (hashed, password) => {
    try {
      return await verify(hashed, normal(password));
    } catch {
      // Not a hash of this kind: nobody's password.
      return false;
    }
  },
};
