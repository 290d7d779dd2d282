import { text } from '@suanjian/rulebook';
import type { FormDefinition, FormValues } from '../../engine/form.ts';
import { choice, choices, date, fieldsOf, files, long, short, yesNo } from '../common/fields.ts';
import { oneStepForms } from '../common/one-step-form.ts';

/** Families of records that a log holds, by the names they bear there. */
export const logFamilies = [
  { value: 'exposure', label: text('展示', 'Exposures') },
  { value: 'quote', label: text('报价', 'Quotes') },
  { value: 'dispatch', label: text('派单', 'Dispatches') },
  { value: 'engagement', label: text('互动', 'Engagements') },
  { value: 'chart', label: text('榜单', 'Charts') },
  { value: 'control', label: text('用户选择', 'User controls') },
  { value: 'intervention', label: text('人工干预', 'Interventions') },
  { value: 'disposal', label: text('处置', 'Disposals') },
  { value: 'item', label: text('内容', 'Items') },
  { value: 'account', label: text('账号', 'Accounts') },
  { value: 'trait', label: text('用户标签', 'Traits') },
  { value: 'declaration', label: text('声明', 'Declarations') },
] as const;

/** Clauses under which logs are asked for; another law is named with its article. */
export const bases = [
  { value: 'final/28.2', label: text('管理规定第二十八条第二款', 'Regulation, article 28, paragraph 2') },
  { value: 'draft/23.2', label: text('征求意见稿第二十三条第二款', 'Consultation draft, article 23, paragraph 2') },
  { value: 'penalty-law/56', label: text('行政处罚法第五十六条', 'Law on administrative penalties, article 56') },
  { value: 'other-law', label: text('其他法律、行政法规', 'Another law or administrative regulation') },
] as const;

const kinds = [
  { value: 'period', label: text('整个时段', 'The whole period') },
  { value: 'user', label: text('某些人（假名）', 'Some people (pseudonyms)') },
  { value: 'request', label: text('某些请求', 'Some requests') },
] as const;

const ways = [
  { value: 'medium', label: text('加密介质', 'Encrypted medium') },
  { value: 'transfer', label: text('加密传输', 'Encrypted transfer') },
  { value: 'on-site', label: text('现场交付', 'On site') },
] as const;

const formOf = oneStepForms('log-');

const otherLaw = ({ basis }: FormValues): boolean => basis === 'other-law';
const ofSome = ({ by }: FormValues): boolean => by === 'user' || by === 'request';

const request = fieldsOf('request', 'public', 'final/28.2');
export const requestForm = formOf(
  'request',
  ['调取日志', 'Request for logs'],
  [
    '写明依据、范围和目的。两名负责人分别批准之后才送达提供者；送达即为保全。',
    'Give basis, scope and purpose. It reaches the provider once two supervisors have each approved it; from then on the period is under a hold.',
  ],
  {
    provider: request(
      ['提供者', 'Provider'],
      ['登记的全称，或者它的备案编号。', 'Its registered name in full, or a filing number of it.'],
      short(200),
    ),
    basis: request(
      ['法律依据', 'Legal basis'],
      ['选择授权调取的条款。', 'Choose the clause that allows it.'],
      choice(bases),
    ),
    law: request(['法律名称', 'Name of the law'], ['写全称。', 'In full.'], short(200), { shown: otherLaw }),
    article: request(
      ['条款', 'Article'],
      ['例如“第六十三条第一款”。', 'For example “article 63, paragraph 1”.'],
      short(60),
      { shown: otherLaw },
    ),
    by: request(['调取谁的', 'Whose'], ['只调取所需要的。', 'Ask for no more than is needed.'], choice(kinds)),
    ids: request(
      ['编号', 'Ids'],
      ['每行一个：日志中的假名，或者请求编号。', 'One to a line: pseudonyms as they stand in the log, or request ids.'],
      long(5000, 6),
      {
        secrecy: 'personal',
        person: 'concerned',
        shown: ofSome,
      },
    ),
    families: request(
      ['记录类型', 'Record families'],
      ['至少选择一类。', 'Choose one at least.'],
      choices(logFamilies),
    ),
    from: request(['起', 'From'], ['第一天。', 'The first day.'], date),
    to: request(['止', 'To'], ['最后一天，不能在今天之后。', 'The last day, today at the latest.'], date),
    purpose: request(
      ['目的', 'Purpose'],
      ['提供者能看到。写明要查清什么。', 'The provider reads it. Say what is to be found out.'],
      long(3000),
      {
        secrecy: 'confidential',
      },
    ),
    inner: request(
      ['内部说明', 'Inner note'],
      ['提供者看不到，也不知道有没有。', 'The provider never sees it, nor whether there is one.'],
      long(3000),
      {
        secrecy: 'confidential',
        required: false,
        hiddenFrom: () => ['provider'],
      },
    ),
    keepUntil: request(
      ['最迟保留到', 'To be kept until, at the latest'],
      [
        '按所引的依据，调取的日志最迟可以保留到哪一天。',
        'The last day to which the basis allows what is taken to be kept.',
      ],
      date,
    ),
  },
);

const holding = fieldsOf('holding', 'confidential', 'final/28.2');
export const holdingForm = formOf(
  'holding',
  ['确认保全', 'Confirm the hold'],
  [
    '先在日志上办理保全（suanjian log hold --matter 本事项编号），再把 suanjian log holds --matter 本事项编号 --json 的输出原样贴在这里。这里核对内容和范围；在“审计结论”页登记过日志公钥的，签名也一并核验，没有登记的注明未核验。',
    'Put the log under a hold first (suanjian log hold --matter, with the id of this matter), then paste what suanjian log holds --matter … --json prints. What it says and covers is checked here, and its signature as well where the log’s key is registered on the page of audit results; elsewhere it is marked as unverified.',
  ],
  {
    statement: holding(
      ['日志的说明', 'What the log says'],
      ['原样粘贴，不要改动。', 'Paste it unchanged.'],
      long(20_000, 12),
    ),
  },
);

/** What was said, and how far it was checked. */
export const heldForm: FormDefinition = {
  ...holdingForm,
  name: 'log-request-held',
  fields: {
    checked: holding(
      ['核验', 'Verified'],
      [
        '签名用企业登记的日志公钥核验。',
        'The signature is verified with the log’s key that the company has registered.',
      ],
      choice([
        {
          value: 'signature',
          label: text(
            '签名已用登记的日志公钥核验，保全确在日志中',
            'The signature holds by the registered key of the log, and the hold stands in the log',
          ),
        },
        {
          value: 'shape',
          label: text(
            '签名未核验：企业没有登记这个日志的公钥；内容和范围已核对',
            'The signature was not verified: the company has not registered this log’s key. What it says and covers was checked',
          ),
        },
      ]),
      { required: false },
    ),
    ...holdingForm.fields,
  },
};

const digest = (value: string) =>
  /^[0-9a-f]{64}$/u.test(value)
    ? undefined
    : text('应为 64 位小写十六进制。', 'should be 64 lower-case hexadecimal digits.');
const fileHash = ['文件摘要（SHA-256）', 'Hash of the file (SHA-256)'] as const;

const handover = fieldsOf('handover', 'public', 'final/28.2');
export const handoverForm = formOf(
  'handover',
  ['移交', 'Hand-over'],
  [
    '文件不经过本系统，这里只记移交了什么、交给谁、怎样核对。',
    'The file does not pass through this system; here stands what was handed over, to whom, and how it is checked.',
  ],
  {
    fileHash: handover(
      fileHash,
      ['移交的文件（打包后）的摘要。', 'Of the packed file that is handed over.'],
      short(64),
      { check: digest },
    ),
    rows: handover(['记录数', 'Records'], ['其中有多少条记录。', 'How many there are in it.'], {
      kind: 'number',
      atLeast: 0,
      atMost: 1_000_000_000,
    }),
    leaf: handover(
      ['调取的证据叶', 'Leaf of the extract'],
      ['suanjian log extract 给出的序号。', 'The number that suanjian log extract prints.'],
      {
        kind: 'number',
        atLeast: 0,
        atMost: 1_000_000_000_000,
      },
    ),
    checkpoint: handover(
      ['检查点', 'Checkpoint'],
      ['随文件所附的检查点，原样粘贴。', 'The checkpoint that comes with the file, unchanged.'],
      long(4000, 6),
    ),
    from: handover(['起', 'From'], ['第一条记录的日期。', 'The day of the first record.'], date),
    to: handover(['止', 'To'], ['最后一条记录的日期。', 'The day of the last record.'], date),
    recipient: handover(
      ['交给谁', 'To whom'],
      ['姓名和单位。加密保存。', 'Name and office. Kept sealed.'],
      short(200),
      {
        secrecy: 'personal',
        person: 'recipient',
      },
    ),
    way: handover(['方式', 'How'], ['怎样交付。', 'How it was handed over.'], choice(ways)),
    access: handover(
      ['怎样打开', 'How it is opened'],
      [
        '存放位置、解密办法。作出保密承诺的人才能看到。',
        'Where it lies and how it is decrypted. Seen by those alone who have undertaken to keep it confidential.',
      ],
      long(2000),
      {
        secrecy: 'confidential',
      },
    ),
    papers: handover(
      ['交接单', 'Signed record'],
      ['双方签字的交接单。没有可以不交。', 'The record both sides signed. May be left out.'],
      files(3),
      {
        secrecy: 'confidential',
        required: false,
      },
    ),
  },
);

const receipt = fieldsOf('receipt', 'public', 'final/29');
export const receiptForm = formOf(
  'receipt',
  ['接收', 'Receipt'],
  [
    '算出收到的文件的摘要并填写，与移交的一致才能接收。',
    'Compute the hash of the file that came and enter it; it has to be the one handed over.',
  ],
  {
    fileHash: receipt(fileHash, ['收到的文件的摘要。', 'Of the file that came.'], short(64), { check: digest }),
    destroyBy: receipt(
      ['销毁日期', 'To be destroyed by'],
      [
        '以后的一个工作日，不晚于依据允许的最后一天。',
        'A working day to come, not after the last day that the basis allows.',
      ],
      date,
    ),
  },
);

const undertaking = fieldsOf('undertaking', 'public', 'final/29');
export const undertakingForm = formOf(
  'undertaking',
  ['保密承诺', 'Undertaking of confidentiality'],
  [
    '只用于本次办理，不外泄，不向无关的人提供，到期销毁。',
    'Used for this matter alone, told to nobody whom it does not concern, and destroyed in time.',
  ],
  {
    given: undertaking(
      ['我作出承诺', 'I undertake this'],
      [
        '承诺以后才能打开调取的日志，每次打开都有记录。',
        'Only then may the extract be opened; each opening is recorded.',
      ],
      yesNo,
    ),
  },
);

const destruction = fieldsOf('destruction', 'public', 'final/29');
export const destructionForm = formOf(
  'destruction',
  ['销毁', 'Destruction'],
  ['由一人说明，另一人核实。', 'Stated by one officer and confirmed by another.'],
  {
    on: destruction(['销毁日期', 'Destroyed on'], ['已经销毁的日期。', 'The day on which it was done.'], date),
    how: destruction(['怎样销毁', 'How'], ['写明介质和方法。', 'Medium and method.'], long(2000), {
      secrecy: 'confidential',
    }),
    copies: destruction(
      ['所有副本都已销毁', 'Every copy is gone'],
      ['包括导出和打印的。', 'Printed and exported ones too.'],
      yesNo,
    ),
  },
);
