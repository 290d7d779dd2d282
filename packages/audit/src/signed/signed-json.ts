import {
  canonicalJson,
  checkNote,
  EvidenceFault,
  parseNote,
  signNote,
  type Signer,
  type Verifier,
} from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import type { z } from 'zod';

/** A kind of paper that is signed: what its first line says, what it holds, and what is said to whoever brings another. */
export interface SignedKind<Content> {
  readonly heading: string;
  readonly schema: z.ZodType<Content>;
  readonly refusals: {
    readonly unsigned: Text;
    readonly anotherKind: Text;
    readonly malformed: Text;
    readonly noJson: Text;
  };
}

export type SignedReading<Content> =
  | {
      readonly outcome: 'read';
      readonly content: Content;
      readonly signer: { readonly name: string; readonly id: string };
    }
  | { readonly outcome: 'refused'; readonly reason: Text };

/** A C2SP signed note: its heading, its content as canonical JSON (RFC 8785), and who answers for it (Ed25519). */
export const signedJson = <Content>({ heading }: SignedKind<Content>, content: Content, signer: Signer): string =>
  signNote(`${heading}\n${canonicalJson(content)}\n`, [signer]);

/** Reads a signed note, strictly: one of these keys has signed exactly this, and it is nothing but content of this kind. */
export const readSigned = <Content>(
  { heading, schema, refusals }: SignedKind<Content>,
  note: string,
  verifiers: readonly Verifier[],
): SignedReading<Content> => {
  const refused = (reason: Text): SignedReading<Content> => ({ outcome: 'refused', reason });
  try {
    const parsed = parseNote(note);
    const checked = checkNote(
      parsed,
      verifiers.filter(({ kind }) => kind === 'note'),
    );
    if (checked.outcome === 'false-signature')
      return refused(
        text(
          `${checked.name} 的签名不成立：内容被改动或签名系伪造。`,
          `The signature of ${checked.name} does not hold: it was altered or forged.`,
        ),
      );
    const [signer] = checked.signatures;
    if (signer === undefined) return refused(refusals.unsigned);
    const [first, json, end, ...more] = parsed.text.split('\n');
    if (first !== heading || json === undefined || end !== '' || more.length > 0) return refused(refusals.anotherKind);
    const content = schema.safeParse(JSON.parse(json));
    if (!content.success || canonicalJson(content.data) !== json) return refused(refusals.malformed);
    return { outcome: 'read', content: content.data, signer: { name: signer.name, id: signer.id } };
  } catch (error) {
    if (error instanceof EvidenceFault) return refused(error.text);
    if (error instanceof SyntaxError) return refused(refusals.noJson);
    throw error;
  }
};
