import { text, type Language } from '@suanjian/rulebook';
import type { DocumentModel, PaperFacts } from '../../engine/document-model.ts';
import { caseFile } from '../common/paper/case-file.ts';
import { presetOf } from '../common/campaign-presets.ts';
import { checklistForm, requestForm } from './form.ts';
import type { SelfInspectionState } from './state.ts';
import { states } from './states.ts';

/** The self-inspection in one language, as far as its reader may see it. */
export const selfInspectionDocument = (
  state: SelfInspectionState,
  language: Language,
  facts: PaperFacts,
): DocumentModel =>
  caseFile(
    {
      title: text('自查报告', 'Report of a self-inspection'),
      standing: states[state.status].title,
      ...(state.number === undefined ? {} : { number: state.number }),
      clauses: presetOf(state.preset)?.clauses ?? [],
      forms: [
        [requestForm, state.request],
        [checklistForm, state.sent],
      ],
    },
    language,
    facts,
  );
