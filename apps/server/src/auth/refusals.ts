import { text, type Text } from '@suanjian/rulebook';
import { problem, ProblemError } from '../http/problem.ts';

/** A refusal of one thing, with its stable code and, for an input, where it stands. */
export const refusedBecause = (code: string, reason: Text, pointer?: string): ProblemError =>
  new ProblemError({
    ...problem(422, 'refused', text('未能办理', 'Refused')),
    errors: [{ code, text: reason, ...(pointer === undefined ? {} : { pointer }) }],
  });

export const lastAdministrator = (): ProblemError =>
  refusedBecause(
    'members/last-administrator',
    text(
      '这是最后一位管理员。请先让另一位成员担任管理员。',
      'This is the last administrator. Make another member an administrator first.',
    ),
  );

export const passwordUnfit = (least: number, most: number, pointer = '/password'): ProblemError =>
  refusedBecause(
    'account/password',
    text(`密码需要 ${least} 至 ${most} 个字符。`, `A password has ${least} to ${most} characters.`),
    pointer,
  );

export const invitationUnusable = (): ProblemError =>
  refusedBecause(
    'invitation/unusable',
    text(
      '这份邀请已经用过、已撤回或已过期。请向邀请人索取新的邀请。',
      'This invitation was used already, was withdrawn or has expired. Ask whoever invited you for a new one.',
    ),
  );

export const invitationForSomebodyElse = (): ProblemError =>
  refusedBecause(
    'invitation/somebody-else',
    text(
      '这份邀请发给了另一个邮箱。请用该邮箱的账号登录。',
      'This invitation is for another address. Sign in with the account of that address.',
    ),
  );

export const addressUnproven = (): ProblemError =>
  refusedBecause(
    'invitation/address-unproven',
    text(
      '尚未证实这个邮箱属于您。请先退出登录，用“忘记密码”通过邮件设置新密码，再重新打开这份邀请。此前添加的通行密钥和两步验证会被移除，可以之后重新添加。',
      'It is not proven yet that this address is yours. Sign out, set a new password by mail under “Forgotten password”, then open this invitation again. Passkeys and a second factor added before are removed; you can add them again afterwards.',
    ),
  );

export const wrongPassword = (pointer: string): ProblemError =>
  refusedBecause('account/wrong-password', text('密码不对。', 'The password is wrong.'), pointer);
