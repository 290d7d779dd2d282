import { anyMatter, type AnyMatterDefinition } from '../engine/definition.ts';
import { explanation } from './explanation/definition.ts';
import { assessment } from './assessment/definition.ts';
import { filing } from './filing/definition.ts';
import { providerRegistration } from './provider-registration/definition.ts';
import { appeal } from './appeal/definition.ts';
import { cancellation } from './cancellation/definition.ts';
import { change } from './change/definition.ts';
import { complaint } from './complaint/definition.ts';
import { correction } from './correction/definition.ts';
import { disposal } from './disposal/definition.ts';
import { incident } from './incident/definition.ts';
import { ethicsReview } from './ethics-review/definition.ts';
import { logRequest } from './log-request/definition.ts';
import { officialAssessment } from './official-assessment/definition.ts';
import { inspection } from './inspection/definition.ts';
import { responsibility } from './responsibility/definition.ts';
import { rectification } from './rectification/definition.ts';
import { revocation } from './revocation/definition.ts';
import { campaign } from './campaign/definition.ts';
import { selfInspection } from './self-inspection/definition.ts';
import { filingReminder } from './filing-reminder/definition.ts';
import { standard } from './standard/definition.ts';
import { standardAdoption } from './standard-adoption/definition.ts';
import { discretion } from './discretion/definition.ts';
import { violationCase } from './violation-case/definition.ts';

/** Every kind of matter of this edition of the product. Adding one: its folder, and a line here. */
export const matterDefinitions: readonly AnyMatterDefinition[] = [
  anyMatter(providerRegistration),
  anyMatter(filing),
  anyMatter(change),
  anyMatter(cancellation),
  anyMatter(correction),
  anyMatter(revocation),
  anyMatter(rectification),
  anyMatter(violationCase),
  anyMatter(responsibility),
  anyMatter(ethicsReview),
  anyMatter(logRequest),
  anyMatter(incident),
  anyMatter(disposal),
  anyMatter(complaint),
  anyMatter(explanation),
  anyMatter(appeal),
  anyMatter(assessment),
  anyMatter(inspection),
  anyMatter(officialAssessment),
  anyMatter(campaign),
  anyMatter(selfInspection),
  anyMatter(filingReminder),
  anyMatter(standard),
  anyMatter(standardAdoption),
  anyMatter(discretion),
];
