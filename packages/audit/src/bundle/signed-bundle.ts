import { hash } from 'node:crypto';
import type { Signer, Verifier } from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import type { Report } from '../report/schema.ts';
import { readSigned, signedJson, type SignedKind } from '../signed/signed-json.ts';
import { bundleSchema, type Bundle } from './bundle-schema.ts';
import { notHeldBack } from './held-back.ts';
import { comparedPart } from '../receipt/rerun.ts';
import { makeBundle, reportCommitment } from './make-bundle.ts';

const signedBundle: SignedKind<Bundle> = {
  heading: 'suanjian-bundle/1',
  schema: bundleSchema,
  refusals: {
    unsigned: text('没有受信任的密钥签名。', 'No trusted key has signed it.'),
    anotherKind: text('这不是结果包。', 'This is no result bundle.'),
    malformed: text('结果包的内容不合格式。', 'The content of the bundle is not as it should be.'),
    noJson: text('结果包不是有效的 JSON。', 'The bundle is no JSON.'),
  },
};

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
): string => signedJson(signedBundle, makeBundle(report, { filing, salt: bundleSalt(report, signer) }), signer);

export type BundleCheck =
  | {
      readonly outcome: 'verified';
      readonly bundle: Bundle;
      readonly signer: { readonly name: string; readonly id: string };
    }
  | { readonly outcome: 'refused'; readonly reason: Text };

/** Reads a signed bundle, strictly, and checks that one of these keys has signed exactly this and that nothing is in it that is to be held back. */
export const verifyBundle = (note: string, verifiers: readonly Verifier[]): BundleCheck => {
  const read = readSigned(signedBundle, note, verifiers);
  if (read.outcome === 'refused') return read;
  const { content: bundle, signer } = read;
  const open = notHeldBack(bundle);
  return open === undefined ? { outcome: 'verified', bundle, signer } : { outcome: 'refused', reason: open };
};

/** Whether this report and salt are what the bundle committed to. */
export const opensBundle = (bundle: Bundle, report: Report, salt: string): boolean =>
  bundle.report === reportCommitment(report, salt);
