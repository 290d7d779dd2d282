import { decisionLogPages } from '@suanjian/decision-log/reference';
import { auditReportSchema } from './audit-report.ts';
import { checksPage } from './checks.ts';
import { clausesPage } from './clauses.ts';
import { mattersPage } from './matters.ts';
import { methodsPage } from './methods.ts';
import type { GeneratedPage } from './page.ts';

/** Every page of the documentation that is made from the code; `write.ts` writes them, a test finds stale ones. */
export const pages: readonly (() => GeneratedPage | Promise<GeneratedPage>)[] = [
  clausesPage,
  mattersPage,
  methodsPage,
  checksPage,
  auditReportSchema,
  ...decisionLogPages,
];
