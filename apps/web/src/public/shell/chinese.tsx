import type { ReactNode } from 'react';
import type { Language } from '@suanjian/rulebook';

/** What was filed stays in the language it was filed in; on English pages it is marked as Chinese, so that it is read out as such. */
export const Chinese = ({ language, children }: { readonly language: Language; readonly children: ReactNode }) =>
  language === 'zh' ? children : <span lang="zh-CN">{children}</span>;
