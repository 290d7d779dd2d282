import { text, type Text } from '@suanjian/rulebook';

export const applicationTexts = {
  title: text('投诉、申诉和查询', 'Complain, appeal, ask'),
  lead: text(
    '不需要账户，可以不留姓名。提交后会得到一个查询码，凭它随时查看办到哪一步、补充材料或表示不满意。',
    'No account is needed and you may stay anonymous. You will get a code with which to see where things stand, add evidence, or say that you are not content.',
  ),
  follow: text('凭查询码查看', 'Follow with your code'),
  followLead: text('输入提交时得到的查询码。', 'Enter the code you were given.'),
  code: text('查询码', 'Code'),
  codeHelp: text(
    '20 个字母和数字，大小写和短横不影响。请勿转告他人。',
    '20 letters and digits; case and dashes do not matter. Tell it to nobody.',
  ),
  codeUnknown: text(
    '没有与这个查询码对应的事项，请核对后再输入。',
    'No matter belongs to this code. Check it and try again.',
  ),
  open: text('查看', 'Look'),
  send: text('提交', 'Send'),
  optional: text('（可以不填）', '(may be left out)'),
  whereItApplies: ({ zh, en }: Text) => text(`只在适用时填写。${zh}`, `Only where it applies. ${en}`),
  choose: text('请选择', 'Choose'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  notGiven: text('未填写', 'Left out'),
  files: (atMost: number, kinds: readonly string[]) =>
    text(
      `最多 ${atMost} 个文件，每个不超过 10 MB；${kinds.join('、')}。`,
      `Up to ${atMost} files of at most 10 MB each; ${kinds.join(', ')}.`,
    ),
  faults: text('请更正后再提交', 'Please correct this and send it again'),
  filesAgain: text(
    '你填写的内容都还在；文件要请你重新选择。',
    'What you wrote is still here; files have to be chosen again.',
  ),
  taken: text('已收到', 'Received'),
  takenLead: text(
    '这是你的查询码，只显示这一次。请抄下来、打印或截图保存：没有它，任何人（包括我们）都不能再打开这件事。',
    'This is your code, shown only once. Write it down, print or photograph it: without it nobody, us included, can open this matter for you again.',
  ),
  takenNext: text('现在就去看看', 'Look at it now'),
  lookAgain: text('用查询码查看', 'Follow it with the code'),
  leave: text('离开（在共用的设备上请务必点击）', 'Leave (please do so on a shared device)'),
  standing: text('办到哪一步', 'Where it stands'),
  nextYou: text('下一步：等你答复', 'Next: your answer'),
  nextProvider: text('下一步：由企业办理', 'Next: the company'),
  nextOffice: text('下一步：由网信部门办理', 'Next: the office'),
  nextNobody: text('已经办结', 'Nothing more is to be done'),
  due: text('期限', 'Due'),
  dueOf: ({ zh, en }: Text, date: string) => text(`${zh}：${date} 24:00 前`, `${en}: by the end of ${date}`),
  reasonIs: (reason: string) => text(`理由：${reason}`, `Reason: ${reason}`),
  step: (by: Text, organisation: string | undefined, { zh, en }: Text) =>
    organisation === undefined
      ? text(`${by.zh}：${zh}`, `${by.en}: ${en}`)
      : text(`${by.zh}（${organisation}）：${zh}`, `${by.en} (${organisation}): ${en}`),
  noClock: text('对方没有公布办理时限，目前没有期限在计算。', 'No time limit has been published, so none is running.'),
  said: text('已经写下的内容', 'What has been written'),
  history: text('经过', 'What happened'),
  you: text('你', 'You'),
  provider: text('企业', 'The company'),
  office: text('网信部门', 'The office'),
  system: text('系统', 'The system'),
  actions: text('你可以', 'You can'),
  reason: text('理由', 'Reason'),
  reasonHelp: text(
    '理由不加密保存，办理的企业和网信部门都会读到；请不要写姓名、电话等个人信息。',
    'It is kept unsealed, and the company and the office that deal with this read it: leave out names, telephone numbers and the like.',
  ),
  done: text('已办理', 'Done'),
  late: text('已逾期', 'Late'),
  erased: text('已删除', 'Erased'),
} as const;
