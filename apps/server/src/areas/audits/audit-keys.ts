import type { AuditKeyAnswer } from '@suanjian/contracts';
import { EvidenceFault, parseVerifier, type Verifier } from '@suanjian/evidence';
import type { AuditKey } from '@suanjian/records';
import { text, type Text } from '@suanjian/rulebook';
import { problem, ProblemError } from '../../http/problem.ts';

const refusedKey = (code: string, why: Text): ProblemError =>
  new ProblemError({
    ...problem(422, 'invalid', text('密钥不能登记', 'The key cannot be registered')),
    errors: [{ code: `audit-key/${code}`, pointer: '/vkey', text: why }],
  });

/** A key that notes are signed with. @throws ProblemError 422 */
export const readAuditKey = (vkey: string): Verifier => {
  let verifier: Verifier;
  try {
    verifier = parseVerifier(vkey.trim());
  } catch (error) {
    if (error instanceof EvidenceFault) throw refusedKey('unreadable', error.text);
    throw error;
  }
  if (verifier.kind !== 'note')
    throw refusedKey(
      'kind',
      text(
        '这是见证方的密钥，不能签结果包。请登记 suanjian audit --bundle 显示的验证公钥。',
        'This is the key of a witness, which signs no bundles. Register the verification key that suanjian audit --bundle prints.',
      ),
    );
  return verifier;
};

export const keyIsRetired = (): ProblemError =>
  refusedKey(
    'retired',
    text(
      '这把密钥已经停用，不能重新启用。请换一把新的。',
      'This key was retired and is not taken up again. Use a new one.',
    ),
  );

export const keyAnswer = ({ id, vkey, addedAt, addedBy, retired }: AuditKey): AuditKeyAnswer => ({
  id,
  vkey,
  name: parseVerifier(vkey).name,
  addedAt,
  addedBy,
  ...(retired === undefined ? {} : { retiredAt: retired.at, retiredBy: retired.by }),
});
