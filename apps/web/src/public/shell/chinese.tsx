import type { ReactNode } from 'react';
import type { Language } from '@suanjian/rulebook';

/** What was filed stays in the language it was filed in; on English pages it is marked as Chinese, so that it is read out as such. */
export const Chinese = ({ language, children }: { readonly language: Language; readonly children: ReactNode }) =>
  language === 'zh' ? children : <span lang="zh-CN">{children}</span>;

const chineseRun =
  /([\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]*\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]*)/u;

/** A sentence that quotes Chinese, or a name without an English form: on English pages the Chinese in it is marked. */
export const Mixed = ({ text, language }: { readonly text: string; readonly language: Language }) => {
  if (language === 'zh' || !chineseRun.test(text)) return text;
  let position = 0;
  return text.split(chineseRun).map((part) => {
    const key = position;
    position += part.length;
    return chineseRun.test(part) ? (
      <span key={key} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    );
  });
};
