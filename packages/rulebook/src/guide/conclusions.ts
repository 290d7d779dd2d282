import { filingEndings } from './filing-endings.ts';
import type { GuideConclusionId, GuideEnding } from './guide.ts';
import { scopeEndings } from './scope-endings.ts';

/** Every way the questionnaire can end. */
export const guideEndings: Readonly<Record<GuideConclusionId, GuideEnding>> = { ...scopeEndings, ...filingEndings };
