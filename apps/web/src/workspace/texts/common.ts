import { text } from '@suanjian/rulebook';

export const common = {
  colon: text('：', ': '),
  comma: text('，', ', '),
  semicolon: text('；', '; '),
  product: text('算鉴', 'Suanjian'),
  workspace: text('工作台', 'Workspace'),
  loading: text('正在读取…', 'Loading…'),
  retry: text('再试一次', 'Try again'),
  close: text('关闭', 'Close'),
  confirm: text('确定', 'Confirm'),
  save: text('保存', 'Save'),
  remove: text('删除', 'Remove'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  none: text('无', 'None'),
  all: text('全部', 'All'),
  back: text('返回', 'Back'),
  next: text('下一步', 'Next'),
  previous: text('上一步', 'Previous'),
  copy: text('复制', 'Copy'),
  copied: text('已复制', 'Copied'),
  required: text('必填', 'required'),
  optional: text('选填', 'optional'),
  notFilled: text('未填写', 'Not filled in'),
  reason: text('理由', 'Reason'),
  basis: text('依据', 'Basis'),
  clause: text('条款', 'Clause'),
  skipToContent: text('跳到正文', 'Skip to content'),
  signIn: text('重新登录', 'Sign in again'),
  signOut: text('退出登录', 'Sign out'),
  actions: text('操作', 'Actions'),
  provisional: text('暂定', 'provisional'),
  provisionalHelp: text(
    '节假日安排尚未公布，公布后重新计算。',
    'That year’s holidays are not announced yet; the date is computed again when they are.',
  ),
} as const;

export const failures = {
  offline: text(
    '连接不上服务器，请检查网络后再试。',
    'The server cannot be reached. Check your connection and try again.',
  ),
  unavailable: text('服务暂时不可用，请稍后再试。', 'The service is not available just now. Try again shortly.'),
  'signed-out': text(
    '登录已失效，请重新登录。没有保存的内容留在这台电脑上。',
    'You are signed out. Sign in again; what was not saved is kept on this computer.',
  ),
  'not-found': text('没有找到，或者您看不到它。', 'Not found, or not yours to see.'),
  'not-permitted': text('您的身份不能办理。', 'Your role does not allow this.'),
  stale: text(
    '别人刚刚办理过这件事，请刷新后再看。',
    'Somebody has just moved this on. Reload to see where it stands.',
  ),
  refused: text('没有办成，原因如下。', 'This was not done, for the reasons below.'),
  unreadable: text(
    '服务器的答复看不懂，请刷新页面；仍然如此请告诉管理员。',
    'The server gave an answer this page does not understand. Reload; if it stays so, tell the administrator.',
  ),
} as const;
