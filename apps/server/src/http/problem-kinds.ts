import { text, type Text } from '@suanjian/rulebook';

/** Every kind of problem the service answers with: what it means and what to do. Its page stands at the problem's `type`. */
export const problemKinds = {
  'not-found': text(
    '没有找到，或者您无权查看。请核对地址和编号。',
    'There is no such thing, or you may not see it. Check the address and the number.',
  ),
  'sign-in': text(
    '需要先登录。程序可使用登录后的会话。',
    'You have to be signed in. Programs use the session of a signed-in person.',
  ),
  'sign-in-again': text(
    '登录已经较久，请重新登录后再试。',
    'You signed in too long ago for this. Sign in again and repeat it.',
  ),
  passkey: text('通行密钥没有通过核对。', 'The passkey was not accepted.'),
  'not-permitted': text('您的身份或角色不能这样做。', 'Your role does not allow this.'),
  'wrong-state': text(
    '事项现在的状态不允许这一步。请查看它的进展。',
    'The matter does not stand where this step is possible. Look at its timeline.',
  ),
  'reason-missing': text(
    '这一步需要写明理由（请求体中的 reason）。',
    'This step wants a reason (`reason` in the body).',
  ),
  invalid: text(
    '输入不符合要求；errors 逐项列出问题，pointer 指出位置。',
    'The input does not fit; `errors` names every fault, `pointer` says where.',
  ),
  refused: text(
    '按规则不能办理；errors 列出全部原因和条款。',
    'The rules do not allow it; `errors` holds every reason, with clauses.',
  ),
  stale: text(
    '您看到的内容之后已有变化。请重新读取，再带上新的 If-Match。',
    'The matter has moved since you looked. Read it again and send the new If-Match.',
  ),
  'key-reused': text(
    '同一个 Idempotency-Key 已用于内容不同的请求。',
    'The Idempotency-Key was used for a request with other content.',
  ),
  'idempotency-key': text(
    'Idempotency-Key 应为 8 到 200 个可见字符。',
    'Idempotency-Key wants 8 to 200 visible characters.',
  ),
  'if-match': text(
    'If-Match 应为事项的步数，例如 "7"。',
    'If-Match wants the position of the matter, for example "7".',
  ),
  unreadable: text('请求的内容无法解析。', 'The body cannot be read.'),
  'media-type': text('不支持这种内容类型。', 'This kind of content is not supported.'),
  'too-large': text('提交的内容超过上限。', 'What was sent is above the limit.'),
  'too-many-requests': text('请求太频繁，请稍后再试。', 'Too many requests; wait a moment.'),
  'file-missing': text('请求里没有文件。', 'The request holds no file.'),
  'file-empty': text('文件是空的。', 'The file is empty.'),
  'file-type': text(
    '文件类型不在接收范围内；类型按内容判断。',
    'The type of the file is not accepted; its content decides.',
  ),
  'file-infected': text('病毒扫描认为文件有害。', 'The virus scan found the file harmful.'),
  'scan-failed': text('病毒扫描没有完成，文件没有保存。', 'The virus scan did not finish; the file was not kept.'),
  erased: text('内容已按要求删除，密钥已销毁。', 'The content was erased; its key is destroyed.'),
  'no-deadline': text(
    '这一条没有规定期限，或有多个期限需要指明。',
    'The clause sets no deadline, or several of which one must be named.',
  ),
  calendar: text(
    '节假日安排不能使用；errors 逐项列出问题。',
    'The calendar cannot be used; `errors` names every fault.',
  ),
  'register-file': text(
    '公示表没有导入；errors 按行列出问题。',
    'The table was not imported; `errors` names the faults by line.',
  ),
  'webhook-address': text('这个回调地址不能使用。', 'This webhook address cannot be used.'),
  'webhook-limit': text('回调地址已达上限。', 'There are as many webhooks as allowed.'),
  'store-unavailable': text(
    '数据库暂时不可用，没有内容被改动。',
    'The database cannot be reached for the moment; nothing was changed.',
  ),
  internal: text('出现意外错误，已记录；没有内容被改动。', 'An unexpected fault, logged; nothing was changed.'),
} as const satisfies Readonly<Record<string, Text>>;

export type ProblemName = keyof typeof problemKinds;

export const isProblemName = (name: string): name is ProblemName => Object.hasOwn(problemKinds, name);
