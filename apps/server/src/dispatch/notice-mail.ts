import type { Language, Text } from '@suanjian/rulebook';

const closing: Text = {
  zh: '请登录后查看：',
  en: 'Sign in to read more:',
};

const footer: Text = {
  zh: '本邮件由算鉴自动发出，请勿回复。不需要邮件时，可以在工作区的通知设置中关闭。',
  en: 'Suanjian sent this mail by itself; do not reply. You can switch mails off in the workspace, under notices.',
};

/** A notice as a mail: both languages, the member's first, and a link in place of any content. */
export const noticeMail = (
  notice: { readonly subject: Text; readonly body: Text },
  link: string,
  language: Language,
): { readonly subject: string; readonly body: string } => {
  const part = (in_: Language): string =>
    [notice.subject[in_], '', notice.body[in_], '', closing[in_], link, '', footer[in_], ''].join('\n');
  const other: Language = language === 'zh' ? 'en' : 'zh';
  return { subject: notice.subject[language], body: [part(language), '-'.repeat(40), '', part(other)].join('\n') };
};
