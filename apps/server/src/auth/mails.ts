interface Mail {
  readonly subject: string;
  readonly body: string;
}

/** Mails carry both languages: the language of a reader who is not signed in is not known. */
export const passwordResetMail = (link: string): Mail => ({
  subject: '重设密码 / Reset your password',
  body: [
    '有人请求重设您在算鉴的密码。请在一小时内打开下面的链接，设置新密码：',
    link,
    '如果不是您本人的操作，请忽略本邮件，密码不会改变。',
    '',
    'Somebody asked to reset your password at Suanjian. Open the link above within an hour to set a new one.',
    'If it was not you, ignore this mail: your password stays as it is.',
    '',
  ].join('\n'),
});

export const invitationMail = (link: string, organisation: string): Mail => ({
  subject: `邀请您加入「${organisation}」 / Invitation to join ${organisation}`,
  body: [
    `您受邀加入「${organisation}」在算鉴的工作区。请在七天内打开下面的链接：`,
    link,
    '链接只能使用一次，请勿转发。',
    '',
    `You are invited to join the workspace of ${organisation} at Suanjian. Open the link above within seven days.`,
    'The link works once; do not pass it on.',
    '',
  ].join('\n'),
});
