import { text } from '@suanjian/rulebook';

export const wrongCredentials = text(
  '邮箱或密码不对，请检查后重试。',
  'The address or the password is wrong. Check both and try again.',
);
export const wrongCode = text(
  '验证码不对、已用过或已过时。请输入最新的六位数字，或一个没有用过的恢复码。',
  'The code is wrong, used or too old. Enter the latest six digits, or a recovery code not used before.',
);
export const wrongIdentity = text(
  '单位统一登录没有成功。首次使用须先收到邀请，且邮箱经过单位验证；已有账号的，请先用密码登录，再在账号设置中关联。',
  'Signing in through your organisation did not work. The first time it takes an invitation and an address your organisation has verified; with an account already, sign in with its password and link it in the account settings.',
);
export const providerAway = text(
  '单位统一登录暂时无法使用，请稍后再试，或用密码登录。',
  'Signing in through your organisation is not possible for the moment. Try again later, or use your password.',
);

export const label = {
  email: text('邮箱', 'E-mail address'),
  password: text('密码', 'Password'),
  newPassword: text('新密码', 'New password'),
  name: text('您的姓名', 'Your name'),
  company: text('企业名称', 'Name of the company'),
  place: text('所在地', 'Place'),
};

export const help = {
  password: text(
    '至少 12 个字符。几个不相干的词连在一起，既好记又难猜。',
    'At least 12 characters. A few unrelated words are easy to remember and hard to guess.',
  ),
  company: text('请填营业执照上的全称。', 'The full name on the business licence.'),
};

export const signInLink = { label: text('去登录', 'Sign in'), href: '/sign-in' };
export const registerLink = {
  label: text('还没有账号？注册企业', 'No account yet? Register a company'),
  href: '/register-company',
};
export const forgottenLink = { label: text('忘记密码', 'Forgotten your password?'), href: '/sign-in/forgotten' };
export const choosePlace = text('请选择', 'Choose');

export const fillIn = text('请填写所有栏目。', 'Fill in every field.');
export const badEmail = text('这不是一个邮箱地址。', 'This is no e-mail address.');

export const company = {
  title: text('注册企业', 'Register a company'),
  intro: text(
    '为运用推荐算法的企业开设工作区。您将成为它的经办人和管理员，随后可以邀请同事。企业信息在办理主体登记时核对。',
    'Open a workspace for a company that runs recommendation algorithms. You become its officer and administrator and can invite colleagues. The company is verified when it registers as a subject.',
  ),
  button: text('注册', 'Register'),
  done: {
    title: text('请登录', 'Now sign in'),
    body: text(
      '注册已受理，请用所填的邮箱和密码登录。如果这个邮箱原来就有账号，没有任何改动：请用原来的密码登录，或找回密码。',
      'The registration was received. Sign in with the address and password you entered. If the address had an account before, nothing was changed: sign in with its old password, or reset it.',
    ),
  },
};

export const invitation = {
  title: (organisation: string) => text(`加入「${organisation}」`, `Join ${organisation}`),
  introNew: (email: string) =>
    text(
      `邀请发给 ${email}。请填写姓名并设置密码。`,
      `The invitation is for ${email}. Enter your name and choose a password.`,
    ),
  introKnown: (email: string) =>
    text(
      `邀请发给 ${email}，您已用这个邮箱登录。`,
      `The invitation is for ${email}; you are signed in with this address.`,
    ),
  button: text('接受邀请', 'Accept'),
  cleared: {
    title: text('已加入', 'You have joined'),
    body: text(
      '这个邮箱此前没有核实过，所以原先添加的通行密钥、两步验证和其他设备上的登录都已清除。需要时请重新添加。',
      'This address had not been proven before, so passkeys, second factors and other sign-ins that had been added to it were removed. Add yours again where you want them.',
    ),
    link: { label: text('进入工作台', 'Go to the workspace'), href: '/workspace' },
  },
  signInFirst: {
    title: text('请先登录', 'Sign in first'),
    body: text(
      '受邀的邮箱已有账号。请先用它登录，再接受邀请。',
      'The invited address has an account. Sign in with it, then accept.',
    ),
  },
  somebodyElse: {
    title: text('这份邀请不是给当前账号的', 'Not for this account'),
    body: text(
      '您现在用另一个账号登录。请退出后，用受邀的邮箱登录。',
      'You are signed in with another account. Sign out, then sign in with the invited address.',
    ),
  },
  unusable: {
    title: text('邀请无法使用', 'The invitation cannot be used'),
    body: text(
      '这份邀请已经用过、已撤回或已过期。请向邀请人索取新的邀请。',
      'It was used already, was withdrawn or has expired. Ask whoever invited you for a new one.',
    ),
  },
};

export const forgotten = {
  title: text('找回密码', 'Forgotten password'),
  intro: text('请填写账号的邮箱，我们会寄去一个链接。', 'Enter the address of your account; a link is sent to it.'),
  button: text('寄送链接', 'Send the link'),
  done: {
    title: text('请查收邮件', 'Look into your mail'),
    body: text(
      '如果这个邮箱有账号，链接已经寄出，一小时内有效。',
      'If the address has an account, the link is on its way. It works for an hour.',
    ),
  },
  noMail: {
    title: text('本系统不寄送邮件', 'This installation sends no mail'),
    body: text(
      '请联系您单位的管理员，或本系统的运维人员。',
      'Ask the administrator of your organisation, or whoever runs this installation.',
    ),
  },
};

export const newPassword = {
  title: text('设置新密码', 'Set a new password'),
  intro: text('设置后，所有设备上的登录都会结束。', 'Afterwards you are signed out everywhere.'),
  button: text('保存', 'Save'),
  done: {
    title: text('密码已更新', 'The password was changed'),
    body: text(
      '请用新密码登录。如果这个邮箱此前没有核实过，原先添加的通行密钥和两步验证已经清除，需要时请重新添加。',
      'Sign in with the new password. If this address had not been proven before, passkeys and second factors that had been added were removed; add yours again where you want them.',
    ),
  },
  unusable: {
    title: text('链接无法使用', 'The link cannot be used'),
    body: text('链接已经用过或已过期，请重新找回密码。', 'It was used already or has expired. Ask for a new one.'),
  },
};
