import { say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { accessibilityTexts as texts } from '../../texts/accessibility.ts';
import type { PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

export const accessibilityPage = ({ language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      {texts.sections.map(({ id, title, items }) => (
        <Section key={id} id={id} title={say(title, language)}>
          <ul className="prose list-disc pl-5">
            {items.map((item) => (
              <li key={item.en}>{say(item, language)}</li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  ),
});
