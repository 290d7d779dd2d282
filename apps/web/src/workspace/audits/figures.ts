import type { AuditFindingAnswer } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';

type Scale = AuditFindingAnswer['scale'];

const locales = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** Bundles hold three digits; more would be made up. */
const digits = { maximumSignificantDigits: 3 } as const;

/** A figure of a check as its scale wants it: shares and relative differences in percent, the others as they are. */
export const formatFigure = (value: number, scale: Scale, language: Language): string => {
  const percent = scale === 'share' || scale === 'relative';
  return new Intl.NumberFormat(locales[language], { ...digits, ...(percent ? { style: 'percent' } : {}) }).format(
    value,
  );
};
