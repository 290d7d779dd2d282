import { hash } from 'node:crypto';
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
import type { Report } from '../report/schema.ts';
import { bundleSchema, type Bundle } from './bundle-schema.ts';
import { notHeldBack } from './held-back.ts';
import { comparedPart } from '../receipt/rerun.ts';
import { makeBundle, reportCommitment } from './make-bundle.ts';

const heading = 'suanjian-bundle/1';

/**
 * The salt under which a bundle commits to its report. It comes from the signing key and the report, so that whoever has both can open the bundle and
 * nobody else can guess at the report; nothing more has to be kept.
 */
export const bundleSalt = (report: Report, signer: Signer): string => {
  const digest = hash('sha256', comparedPart(report), 'hex');
  return hash('sha256', signer.sign(Buffer.from(`suanjian-bundle-salt\n${digest}\n`)), 'hex');
};

/** A result bundle for a filing as a C2SP signed note: its heading, its canonical JSON, and who answers for it (Ed25519). @throws AuditFault */
export const signBundle = (
  report: Report,
  { filing, signer }: { readonly filing: string; readonly signer: Signer },
): string =>
  signNote(`${heading}\n${canonicalJson(makeBundle(report, { filing, salt: bundleSalt(report, signer) }))}\n`, [
    signer,
  ]);

export type BundleCheck =
  | {
      readonly outcome: 'verified';
      readonly bundle: Bundle;
      readonly signer: { readonly name: string; readonly id: string };
    }
  | { readonly outcome: 'refused'; readonly reason: Text };

const refused = (zh: string, en: string): BundleCheck => ({ outcome: 'refused', reason: text(zh, en) });

/** Reads a signed bundle, strictly, and checks that one of these keys has signed exactly this and that nothing is in it that is to be held back. */
export const verifyBundle = (note: string, verifiers: readonly Verifier[]): BundleCheck => {
  try {
    const parsed = parseNote(note);
    const checked = checkNote(
      parsed,
      verifiers.filter(({ kind }) => kind === 'note'),
    );
    if (checked.outcome === 'false-signature')
      return refused(
        `${checked.name} 的签名不成立：内容被改动或签名系伪造。`,
        `The signature of ${checked.name} does not hold: it was altered or forged.`,
      );
    const [signer] = checked.signatures;
    if (signer === undefined) return refused('没有受信任的密钥签名。', 'No trusted key has signed it.');
    const [first, json, end, ...more] = parsed.text.split('\n');
    if (first !== heading || json === undefined || end !== '' || more.length > 0)
      return refused('这不是结果包。', 'This is no result bundle.');
    const bundle = bundleSchema.safeParse(JSON.parse(json));
    if (!bundle.success || canonicalJson(bundle.data) !== json)
      return refused('结果包的内容不合格式。', 'The content of the bundle is not as it should be.');
    const open = notHeldBack(bundle.data);
    if (open !== undefined) return { outcome: 'refused', reason: open };
    return { outcome: 'verified', bundle: bundle.data, signer: { name: signer.name, id: signer.id } };
  } catch (error) {
    if (error instanceof EvidenceFault) return { outcome: 'refused', reason: error.text };
    if (error instanceof SyntaxError) return refused('结果包不是有效的 JSON。', 'The bundle is no JSON.');
    throw error;
  }
};

/** Whether this report and salt are what the bundle committed to. */
export const opensBundle = (bundle: Bundle, report: Report, salt: string): boolean =>
  bundle.report === reportCommitment(report, salt);
