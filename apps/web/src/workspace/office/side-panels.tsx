import type { MatterReadingAnswer } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import { Comparison } from '../audits/comparison.tsx';
import { pickedResults } from '../audits/picked-results.ts';
import { recordOf } from '../forms/control.ts';
import { Correspondence, Notes } from '../matters/correspondence.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Differences, differencesOf, earlierForm, hasMasked } from '../matters/differences.tsx';
import { looksForContradictions } from '../matters/contradictions.ts';
import { Timeline } from '../matters/timeline.tsx';
import { matterTexts } from '../texts/matter.ts';
import { comparisonTexts } from '../texts/pick.ts';
import { reviewTexts } from '../texts/review.ts';
import { Attachments } from './attachments.tsx';
import { GradingPanel } from './grading-panel.tsx';
import type { Panel } from './panel.ts';
import { ReviewContradictions } from './review-contradictions.tsx';

interface Needs {
  /** With the sealed values that were asked for. */
  readonly reading: MatterReadingAnswer;
  readonly masked: MatterReadingAnswer;
  readonly say: (text: Text) => string;
  readonly go: (pointer: string) => void;
}

/** What a form is judged by; a matter shows the panels it has something for. */
export const sidePanels = ({ reading, masked, say, go }: Needs): readonly Panel[] => {
  const definition = definitionOf(reading.kind);
  const form = definition?.forms['form'];
  const panels: Panel[] = [];
  const results = pickedResults(reading);
  if (results.length > 0)
    panels.push({
      name: 'comparison',
      title: say(comparisonTexts.panel),
      content: results.map((value) => (
        <div key={value} className="mt-4 first:mt-0">
          <Comparison value={value} />
        </div>
      )),
    });
  if (looksForContradictions(reading.kind))
    panels.push({
      name: 'contradictions',
      title: say(matterTexts.contradictions),
      content: <ReviewContradictions reading={reading} go={go} />,
    });
  const earlier = earlierForm(reading);
  if (form !== undefined && earlier !== undefined)
    panels.push({
      name: 'differences',
      title: say(matterTexts.differences),
      content: (
        <Differences
          form={form}
          found={differencesOf(reading, form)}
          masked={hasMasked(recordOf(reading.state['form']))}
        />
      ),
    });
  if (form !== undefined)
    panels.push({
      name: 'attachments',
      title: say(matterTexts.attachments),
      content: <Attachments reading={reading} form={form} />,
    });
  if (definition?.commands['grade'] !== undefined)
    panels.push({
      name: 'grading',
      title: say(reviewTexts.grading),
      content: <GradingPanel reading={reading} position={masked.position} />,
    });
  if (definition?.commands['write'] !== undefined)
    panels.push({
      name: 'correspondence',
      title: say(matterTexts.correspondence),
      content: <Correspondence reading={masked} />,
    });
  if (definition?.commands['note'] !== undefined)
    panels.push({ name: 'notes', title: say(matterTexts.notes), content: <Notes reading={masked} /> });
  panels.push({ name: 'timeline', title: say(matterTexts.timeline), content: <Timeline reading={masked} /> });
  return panels;
};
