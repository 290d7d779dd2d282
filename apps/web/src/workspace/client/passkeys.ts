import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { nothing } from './account.ts';
import { request } from './request.ts';

const passkeyList = z.array(
  z.object({
    id: z.string(),
    name: z.string().nullish(),
    createdAt: z.string().nullish(),
  }),
);
export type Passkey = z.infer<typeof passkeyList>[number];

/** The browser reads these itself, and refuses what it cannot use. */
const creationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>(
  (value) => typeof value === 'object' && value !== null && 'challenge' in value,
);

const library = '/api/auth/passkey';

export const usePasskeys = () =>
  useQuery({
    queryKey: ['me', 'passkeys'],
    queryFn: ({ signal }) => request(`${library}/list-user-passkeys`, passkeyList, { signal }),
  });

type Unmade = 'cancelled' | 'known';

/** The device made no passkey; the server has not been asked for anything. */
export class PasskeyUnmade extends Error {
  override readonly name = 'PasskeyUnmade';
  readonly why: Unmade;

  constructor(why: Unmade) {
    super(why);
    this.why = why;
  }
}

const createAt = async (publicKey: PublicKeyCredentialCreationOptions): Promise<PublicKeyCredential> => {
  let made: Credential | null;
  try {
    made = await navigator.credentials.create({ publicKey });
  } catch (error) {
    // Browsers tell only this one apart, so that no site learns more about its visitor.
    throw new PasskeyUnmade(
      error instanceof DOMException && error.name === 'InvalidStateError' ? 'known' : 'cancelled',
    );
  }
  if (made instanceof PublicKeyCredential) return made;
  throw new PasskeyUnmade('cancelled');
};

/** @throws PasskeyUnmade, RequestFailure */
export const addPasskey = async (name: string): Promise<unknown> => {
  const options = await request(`${library}/generate-register-options`, creationOptions);
  const made = await createAt(PublicKeyCredential.parseCreationOptionsFromJSON(options));
  return request(`${library}/verify-registration`, nothing, {
    method: 'POST',
    body: { response: made.toJSON(), name },
  });
};

export const removePasskey = (id: string) =>
  request(`${library}/delete-passkey`, nothing, { method: 'POST', body: { id } });
