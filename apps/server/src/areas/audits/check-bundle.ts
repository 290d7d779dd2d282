import { checkNote, EvidenceFault, parseNote, parseVerifier, type Note, type Verifier } from '@suanjian/evidence';
import { bundleSchema, verifyBundle, type Bundle } from '@suanjian/audit/bundle';
import type { Refusal } from '@suanjian/matters';
import type { AuditKey } from '@suanjian/records';
import { addDays, asCivilDate, text, type CivilDate } from '@suanjian/rulebook';

export interface CheckedBundle {
  readonly bundle: Bundle;
  readonly signer: Verifier;
}

/** What could be read of a note, and all that is wrong with it. `bundle` may be there in spite of faults, so that more of them can be told at once. */
export interface BundleReading {
  readonly bundle?: Bundle;
  readonly checked?: CheckedBundle;
  readonly faults: readonly Refusal[];
}

const fault = (code: string, pointer: string, zh: string, en: string): Refusal => ({
  code: `bundle/${code}`,
  pointer,
  text: text(zh, en),
});

const mostSchemaFaults = 20;

const signatureFaults = (note: Note, keys: readonly AuditKey[]): readonly Refusal[] => {
  const checkWith = (those: readonly AuditKey[]) =>
    checkNote(
      note,
      those.map(({ vkey }) => parseVerifier(vkey)),
    );
  const current = checkWith(keys.filter(({ retired }) => retired === undefined));
  if (current.outcome === 'false-signature')
    return [
      fault(
        'false-signature',
        '/note',
        `${current.name} 的签名不成立：内容被改动，或签名系伪造。请重新生成结果包，原样上传。`,
        `The signature of ${current.name} does not hold: the content was altered or the signature forged. Make the bundle again and send it as it is.`,
      ),
    ];
  if (current.signatures.length > 0) return [];
  const retired = checkWith(keys.filter((key) => key.retired !== undefined));
  return [
    retired.outcome !== 'false-signature' && retired.signatures.length > 0
      ? fault(
          'key-retired',
          '/note',
          '签名用的密钥已经停用。请换用现行的密钥重新生成结果包。',
          'It is signed with a key that was retired. Make the bundle again with a key in use.',
        )
      : fault(
          'key-unknown',
          '/note',
          '签名不属于本单位登记的任何密钥。请先登记验证公钥（suanjian audit --bundle 会显示它）。',
          'None of the keys that your organisation registered has signed it. Register the verification key first (suanjian audit --bundle prints it).',
        ),
  ];
};

const contentOf = (json: string | undefined): unknown => {
  try {
    return JSON.parse(json ?? '') as unknown;
  } catch {
    return undefined;
  }
};

const longestName = 200;
const isPlain = (value: string | null): boolean =>
  value === null || (value.length <= longestName && !/\p{Cc}/u.test(value));

/** The newest days count as the latest word on a filing: days that have not been could never be spoken against. Records may be a day ahead. */
const dayFaults = ({ data }: Bundle, today: CivilDate): readonly Refusal[] => {
  if (data.kind !== 'log' || (data.from <= data.to && data.to <= addDays(today, 1))) return [];
  return [
    fault(
      'schema',
      '/bundle/data/to',
      '时段的结束日不能早于开始日，也不能在今天之后。',
      'The period cannot end before it begins, nor after today.',
    ),
  ];
};

/** What is kept beside the bundle, to compare it with others, has to be what it is called. */
const logFaults = ({ data }: Bundle): readonly Refusal[] =>
  data.kind !== 'log'
    ? []
    : [
        ...(['from', 'to'] as const)
          .filter((end) => asCivilDate(data[end]) === undefined)
          .map((end) =>
            fault(
              'schema',
              `/bundle/data/${end}`,
              '不是 YYYY-MM-DD 形式的日期。',
              'This is no date of the form YYYY-MM-DD.',
            ),
          ),
        ...(['provider', 'root'] as const)
          .filter((name) => !isPlain(data[name]))
          .map((name) =>
            fault(
              'schema',
              `/bundle/data/${name}`,
              '过长，或含有控制字符。',
              'This is too long, or holds control characters.',
            ),
          ),
      ];

/** Reads a signed bundle as strictly as its maker wrote it, and tells everything that is wrong with it at once. */
export const checkBundle = (note: string, keys: readonly AuditKey[], today: CivilDate): BundleReading => {
  let parsed: Note;
  try {
    parsed = parseNote(note);
  } catch (error) {
    if (!(error instanceof EvidenceFault)) throw error;
    return {
      faults: [
        { code: 'bundle/note', pointer: '/note', text: error.text },
        fault(
          'note',
          '/note',
          '请上传 suanjian audit --bundle 写出的文件，一个字节也不要改。',
          'Send the file that suanjian audit --bundle wrote, without changing a byte.',
        ),
      ],
    };
  }
  const faults: Refusal[] = [...signatureFaults(parsed, keys)];
  const [, json] = parsed.text.split('\n');
  const read = bundleSchema.safeParse(contentOf(json));
  if (!read.success) {
    faults.push(
      ...read.error.issues
        .slice(0, mostSchemaFaults)
        .map(({ path, message }) =>
          fault(
            'schema',
            ['/bundle', ...path.map(String)].join('/'),
            `结果包的这一处不合格式：${['bundle', ...path.map(String)].join(' / ')}。`,
            `The bundle is not as it should be at ${['bundle', ...path.map(String)].join(' / ')}: ${message}.`,
          ),
        ),
    );
    return { faults };
  }
  const wrong = logFaults(read.data);
  faults.push(...(wrong.length > 0 ? wrong : dayFaults(read.data, today)));
  if (faults.length > 0) return { bundle: read.data, faults };
  // The judge is the bundle's own room; what stands above only says more about a no.
  const verifiers = keys.filter(({ retired }) => retired === undefined).map(({ vkey }) => parseVerifier(vkey));
  const verified = verifyBundle(note, verifiers);
  if (verified.outcome === 'refused')
    return { bundle: read.data, faults: [{ code: 'bundle/note', pointer: '/note', text: verified.reason }] };
  const signer = verifiers.find(({ name, id }) => name === verified.signer.name && id === verified.signer.id);
  if (signer === undefined) throw new Error('a bundle was verified by a key nobody gave');
  return { bundle: verified.bundle, checked: { bundle: verified.bundle, signer }, faults: [] };
};
