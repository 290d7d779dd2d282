import { auditorSettings, type AuditorCaps } from './auditor-caps.ts';
import { quotedText } from './names.ts';

/** The auditor's settings as the SETTINGS clause of CREATE USER: those it may not change are CONST. */
export const capsClause = (caps: AuditorCaps): string =>
  auditorSettings(caps)
    .map(({ name, value, bounds, free }) => {
      const sql = `${name} = ${typeof value === 'number' ? value : quotedText(value)}`;
      if (bounds !== undefined) return `${sql} MIN ${bounds.least} MAX ${bounds.most} CHANGEABLE_IN_READONLY`;
      return free === true ? `${sql} CHANGEABLE_IN_READONLY` : `${sql} CONST`;
    })
    .join(', ');
