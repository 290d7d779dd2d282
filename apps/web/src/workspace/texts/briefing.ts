import { text, type Text } from '@suanjian/rulebook';

/** What somebody who was named to a team reads before they belong to it. */
export const briefingTexts = {
  title: text('您的任务', 'Your part'),
  company: text('涉及的单位', 'Whom it is about'),
  targets: text('内容', 'What it is about'),
  standing: {
    named: text(
      '您被点名参加工作组。先承诺保密，然后才告诉您涉及哪个单位。',
      'You were named to a team. Undertake confidentiality first; only then are you told whom it is about.',
    ),
    undertaken: text(
      '您已经承诺保密。请声明有没有利益冲突；没有的，即成为工作组成员。',
      'You have undertaken confidentiality. Now declare whether anything keeps you from it; if nothing does, you belong to the team.',
    ),
    recused: text('您已经回避，看不到这件事的内容。', 'You stay out of this matter and see nothing of it.'),
  } satisfies Readonly<Record<string, Text>>,
} as const;
