import { text } from '@suanjian/rulebook';

export const signInTexts = {
  title: text('登录', 'Sign in'),
  lead: text(
    '企业和主管部门的工作人员在这里登录。查询公示不需要登录。',
    'For people of companies and offices. Searching the register needs no account.',
  ),
  email: text('邮箱', 'E-mail address'),
  password: text('密码', 'Password'),
  button: text('登录', 'Sign in'),
  failed: text('没有登录成功', 'Signing in failed'),
  or: text('其他方式', 'Other ways'),
  organisation: text('用{name}登录', 'Sign in with {name}'),
  register: text('还没有账号？登记企业', 'No account yet? Register your company'),
  forgotten: text('忘记密码', 'Forgotten your password?'),
  passkey: text('用通行密钥登录', 'Sign in with a passkey'),
  passkeyFailed: text(
    '通行密钥没有成功。请重试，或用密码登录。',
    'The passkey did not work. Try again, or use your password.',
  ),
  codeTitle: text('输入验证码', 'Enter the code'),
  codeLead: text('打开验证器应用，输入显示的六位数字。', 'Open your authenticator and enter the six digits it shows.'),
  code: text('验证码', 'Code'),
  backup: text(
    '没有验证器时，可以输入一个备用码。',
    'Without the authenticator you can enter one of your backup codes.',
  ),
  codeButton: text('继续', 'Continue'),
} as const;
