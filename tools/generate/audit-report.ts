import { reportJsonSchema } from '@suanjian/audit';
import type { GeneratedPage } from './page.ts';

/** The JSON Schema of `suanjian audit --json`. */
export const auditReportSchema = (): GeneratedPage => ({
  path: 'docs/reference/audit-report.schema.json',
  content: `${JSON.stringify(reportJsonSchema(), null, 2)}\n`,
});
