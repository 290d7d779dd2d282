import { text } from '@suanjian/rulebook';

/** Passkeys and the sign-in of one's organisation. */
export const proofTexts = {
  passkeys: text('通行密钥', 'Passkeys'),
  passkeysLead: text(
    '用指纹、面容或设备密码登录，代替密码和两步验证。',
    'Sign in with a fingerprint, your face or the code of your device, instead of password and second factor.',
  ),
  noPasskeys: text('还没有通行密钥。', 'There is no passkey yet.'),
  name: text('名称', 'Name'),
  nameHelp: text('写上在哪台设备上，例如：办公电脑。', 'Say where it lives, for example: office computer.'),
  nameless: text('未命名', 'without a name'),
  added: text('添加时间', 'Added'),
  add: text('添加通行密钥', 'Add a passkey'),
  adding: text('请按设备的提示操作…', 'Follow your device…'),
  addedNow: text('通行密钥已添加，下次可以用它登录。', 'The passkey was added; sign in with it next time.'),
  remove: text('移除', 'Remove'),
  removeNamed: (name: string) => text(`移除通行密钥：${name}`, `Remove the passkey: ${name}`),
  removeSure: text(
    '移除后不能再用它登录。设备里保存的那一份要在设备上删除。',
    'It will no longer sign you in. What your device keeps of it is deleted on the device.',
  ),
  cancelled: text('没有添加：操作被取消或超时。', 'Nothing was added: it was cancelled, or took too long.'),
  known: text('这台设备已经有本账号的通行密钥。', 'This device has a passkey for your account already.'),
  unusable: text('这个浏览器不支持通行密钥。', 'This browser does not know passkeys.'),
  insecure: text('通行密钥只能在 https 地址上使用。', 'Passkeys only work at an https address.'),
  needsName: text(
    '通行密钥属于域名，不能用在数字地址上。请改从 localhost 打开并重新登录：',
    'Passkeys belong to a name and do not work at a numeric address. Open this page at localhost and sign in there:',
  ),
  needsDomain: text(
    '通行密钥属于域名，不能用在数字地址上。请通过本站的域名访问。',
    'Passkeys belong to a name and do not work at a numeric address. Come by the name of this site.',
  ),
  identityProvider: text('单位统一登录', 'Sign-in of your organisation'),
  linked: (name: string) => text(`已关联：${name}`, `Linked: ${name}`),
  notLinked: (name: string) =>
    text(
      `尚未关联「${name}」。关联后可以用它登录；两边的邮箱必须一致。`,
      `${name} is not linked. Once it is, you can sign in with it; the e-mail address has to be the same on both sides.`,
    ),
  linkFailed: (name: string) =>
    text(
      `没有关联「${name}」：登录没有完成，或那边的邮箱与本账号不一致。`,
      `${name} was not linked: its sign-in was not finished, or its e-mail address is not that of this account.`,
    ),
  link: (name: string) => text(`关联 ${name}`, `Link ${name}`),
} as const;
