import type { MatterId } from '@suanjian/matters';
import type { Caller, TestServer } from '../testing/test-server.ts';
import type { Done, MatterOfKind } from './prepared-matter.ts';

/** What somebody with the code of a matter does on their own page. */
export const asApplicant = async (
  { services: { matters } }: TestServer,
  kind: string,
  matter: string,
  command: string,
  input: unknown = {},
): Promise<void> => {
  const id = matter as MatterId;
  const done = await matters.give({ actor: { kind: 'applicant', matter: id }, kind, matter: id, command, input });
  if (done.outcome === 'refused') throw new Error(`${kind}/${command}: ${JSON.stringify(done)}`);
};

/** A complaint and a request for an explanation that the company has, and an appeal that went on to the office. */
export const redressOf = async (
  server: TestServer,
  company: Caller,
  number: string,
  done: Done,
): Promise<readonly MatterOfKind[]> => {
  const opened = (kind: string, form: object): Promise<string> =>
    done(server.publicCaller.post(`/api/matters/${kind}`, { form: { number, reached: 'anonymous', ...form } }));
  const complaint = await opened('complaint', {
    kind: 'differential-price',
    to: 'provider',
    what: '同一件商品，两个账号的价格不一样。',
  });
  const explanation = await opened('explanation', { request: 'r-42', effect: '几乎看不到我的内容。' });
  const appeal = await opened('appeal', {
    against: 'removal',
    reference: 'n-7',
    why: '内容没有违规。',
    wanted: '恢复内容。',
  });
  await done(company.post(`/api/matters/appeal/${appeal}/take-up`, { decidedBy: 'algorithm' }));
  await done(
    company.post(`/api/matters/appeal/${appeal}/answer`, {
      outcome: 'upheld',
      words: '再次核对，维持原决定。',
      reason: '含有广告。',
    }),
  );
  await asApplicant(server, 'appeal', appeal, 'not-content');
  return [
    ['complaint', complaint],
    ['explanation', explanation],
    ['appeal', appeal],
  ];
};
