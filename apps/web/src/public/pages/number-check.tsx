import type { NumberCheckModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { fill, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { checkTexts as texts } from '../../texts/number-check.ts';
import { Chinese, Mixed } from '../shell/chinese.tsx';
import { hrefIn, withQuery, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { statusTone, statusWord } from '../shell/words.ts';

const Found = ({ check, language }: { readonly check: NumberCheckModel; readonly language: Language }) => {
  const { known } = check;
  if (known !== undefined)
    return (
      <Notice tone={known.status === 'filed' ? 'good' : 'warn'} title={say(texts.known, language)} role="status">
        <p>
          <a href={hrefIn(language, `/register/${encodeURIComponent(known.number)}`)}>
            <Chinese language={language}>{known.algorithmName}</Chinese>
          </a>
          {language === 'zh' ? '，' : ', '}
          <Chinese language={language}>{known.subject}</Chinese>{' '}
          <Badge tone={statusTone(known.status)}>{statusWord(known.status, language)}</Badge>
        </p>
      </Notice>
    );
  if (!check.ok)
    return (
      <Notice tone="bad" title={say(texts.wrong, language)} role="status">
        <ul className="list-disc pl-5">
          {check.faults.map(({ code, message }) => (
            <li key={code}>
              <Mixed text={say(message, language)} language={language} />
            </li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <Notice tone="warn" title={say(texts.unknown, language)} role="status">
      <p>{say(texts.unknownHelp, language)}</p>
    </Notice>
  );
};

const positions = (from: number, to: number, language: Language): string =>
  from === to ? fill(texts.position, { from }, language) : fill(texts.positions, { from, to }, language);

const Structure = ({ check, language }: { readonly check: NumberCheckModel; readonly language: Language }) => (
  <Section id="structure" title={say(texts.structure, language)}>
    <div className="stack">
      <ol className="number-parts" aria-hidden="true">
        {check.parts.map(({ name, digits, sound }) => (
          <li key={name} className={sound ? undefined : 'tone-bad'}>
            {digits}
          </li>
        ))}
      </ol>
      <DefinitionList
        terms={check.parts.map(({ from, to, digits, title, meaning, sound }) => ({
          term: say(title, language),
          value: (
            <>
              <p>
                <code>{digits}</code> <span className="quiet">· {positions(from, to, language)}</span>{' '}
                <Badge tone={sound ? 'good' : 'bad'}>{say(sound ? texts.fits : texts.doubtful, language)}</Badge>
              </p>
              <p>
                <Mixed text={say(meaning, language)} language={language} />
              </p>
            </>
          ),
        }))}
      />
    </div>
  </Section>
);

export const numberCheckPage = (check: NumberCheckModel | undefined, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'check',
  unlisted: check !== undefined,
  ...(check === undefined ? {} : { json: withQuery('/check.json', { number: check.asked }) }),
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      <form
        className="grid max-w-3xl gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end"
        method="get"
        action={hrefIn(language, '/check')}
      >
        <TextField
          id="number"
          label={say(texts.label, language)}
          help={say(texts.help, language)}
          longest={60}
          required
          {...(check === undefined ? {} : { value: check.asked })}
        />
        <Button>{say(texts.button, language)}</Button>
      </form>
      {check === undefined ? (
        <Section id="how" title={say(texts.how, language)}>
          <p className="max-w-3xl">{say(texts.howText, language)}</p>
        </Section>
      ) : (
        <>
          <div className="mt-6 stack">
            <Found check={check} language={language} />
            {check.known !== undefined && !check.ok ? (
              <Notice tone="warn" title={say(texts.wrong, language)}>
                {check.faults.map(({ code, message }) => (
                  <p key={code}>
                    <Mixed text={say(message, language)} language={language} />
                  </p>
                ))}
              </Notice>
            ) : null}
            {check.notes.map(({ code, message }) => (
              <Notice key={code} title={say(texts.note, language)}>
                <p>
                  <Mixed text={say(message, language)} language={language} />
                </p>
              </Notice>
            ))}
          </div>
          {check.parts.length === 0 ? null : <Structure check={check} language={language} />}
          {check.near.length === 0 ? null : (
            <Section id="near" title={say(texts.near, language)}>
              <p>{say(texts.nearHelp, language)}</p>
              <ul className="hits mt-3">
                {check.near.map(({ number, printed, algorithmName, subject }) => (
                  <li key={number}>
                    <a className="digits" href={hrefIn(language, `/register/${encodeURIComponent(number)}`)}>
                      <Chinese language={language}>{printed}</Chinese>
                    </a>
                    <br />
                    <Chinese language={language}>
                      {algorithmName}，{subject}
                    </Chinese>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <p className="quiet mt-6 max-w-3xl">{say(check.caution, language)}</p>
        </>
      )}
    </>
  ),
});
