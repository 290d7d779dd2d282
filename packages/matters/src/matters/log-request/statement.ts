import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { LeafClaim } from '../../engine/lookups.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { wordsIn } from '../common/part.ts';
import { familiesIn, idsIn, type Period } from './scope.ts';
import type { Held } from './state.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What `suanjian log holds --matter … --json` prints; more than is read here may stand in it. */
const statement = z.object({
  format: z.literal('suanjian-holds/1'),
  checkpoint: z.string().min(1),
  holds: z.array(
    z.object({
      state: z.string(),
      hold: z.looseObject({
        id: z.string().min(1),
        scope: z.looseObject({
          from: z.string().optional(),
          to: z.string().optional(),
          families: z.array(z.string()).optional(),
          provider: z.string().optional(),
          users: z.array(z.string()).optional(),
        }),
        matter: z.string().optional(),
        until: z.string().optional(),
      }),
      leaf: z.looseObject({ kind: z.literal('hold'), hold: z.string(), commitment: digest }),
      leafIndex: z.number().int().nonnegative(),
      leafPath: z.array(digest),
    }),
  ),
});
type Confirmed = z.infer<typeof statement>['holds'][number];

/** Origin and size of a checkpoint (C2SP tlog-checkpoint); its signature is judged elsewhere. */
const checkpointOf = (note: string): { readonly origin: string; readonly size: number } | undefined => {
  const [origin = '', size = '', root = '', blank, signature = ''] = note.split('\n');
  return origin !== '' && /^\d{1,15}$/u.test(size) && root !== '' && blank === '' && signature.startsWith('— ')
    ? { origin, size: Number(size) }
    : undefined;
};

const protectsAll = (has: readonly string[] | undefined, asked: readonly string[]): boolean =>
  has === undefined || asked.every((each) => has.includes(each));

/** Whether a hold protects everything asked for, until it is released. */
const covers = ({ scope, until }: Confirmed['hold'], request: FormValues, period: Period): boolean =>
  until === undefined &&
  (scope.from === undefined || scope.from <= period.from) &&
  (scope.to === undefined || scope.to >= period.to) &&
  protectsAll(scope.families, familiesIn(request)) &&
  (scope.users === undefined || (request['by'] === 'user' && protectsAll(scope.users, idsIn(request))));

const refusal = (code: string, zh: string, en: string): Refusal => ({
  code: `log-request/${code}`,
  pointer: '/holding/statement',
  text: text(zh, en),
});

const unreadable = refusal(
  'statement-unreadable',
  '这不是 suanjian log holds --matter … --json 的输出，请原样粘贴。',
  'This is not what suanjian log holds --matter … --json prints. Paste it unchanged.',
);

const parsed = (words: string): unknown => {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
};

/** What keeps a statement from being taken although its shape is right: it is signed by the log, and proves nothing. */
export const notProved = refusal(
  'statement-not-proved',
  '签名或证明路径与登记的日志公钥不符，请用 suanjian log holds --matter … --json 重新导出，原样粘贴。',
  'Signature or path do not hold by the registered key of the log. Export it again with suanjian log holds --matter … --json and paste it unchanged.',
);

/** The hold that the log states for this matter, as far as its shape can tell. */
export const confirmedHold = (
  holding: FormValues,
  { request, period, matter }: { readonly request: FormValues; readonly period: Period; readonly matter: MatterId },
): { readonly held: Omit<Held, 'on' | 'checked'>; readonly claim: LeafClaim } | { readonly refusal: Refusal } => {
  const { success, data } = statement.safeParse(parsed(wordsIn(holding, 'statement')));
  const checkpoint = success ? checkpointOf(data.checkpoint) : undefined;
  if (!success || checkpoint === undefined) return { refusal: unreadable };
  const own = data.holds.filter(({ hold, state }) => hold.matter === matter && state === 'in-force');
  if (own.length === 0)
    return {
      refusal: refusal(
        'no-hold',
        '其中没有为本事项办理、正在生效的保全。',
        'It states no hold in force for this matter.',
      ),
    };
  const found = own.find(
    ({ hold, leaf, leafIndex }) =>
      covers(hold, request, period) && leaf.hold === hold.id && leafIndex < checkpoint.size,
  );
  return found === undefined
    ? {
        refusal: refusal(
          'hold-too-narrow',
          `保全须覆盖 ${period.from} 至 ${period.to} 所要的全部记录，不设到期日，并已记入所附检查点的证据。`,
          `The hold has to cover all that is asked for from ${period.from} to ${period.to}, without a day on which it ends by itself, and stand in the evidence of the checkpoint.`,
        ),
      }
    : {
        held: {
          hold: found.hold.id,
          leaf: found.leafIndex,
          origin: checkpoint.origin,
          size: checkpoint.size,
        },
        claim: {
          checkpoint: data.checkpoint,
          leaf: found.leaf,
          index: found.leafIndex,
          path: found.leafPath,
          described: found.hold,
        },
      };
};
