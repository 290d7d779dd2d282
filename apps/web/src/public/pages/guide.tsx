import type {
  AnsweredQuestion,
  Conclusion,
  DeadlineReceipt,
  GuideProgress,
  GuideQuestion,
  Language,
} from '@suanjian/rulebook';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { fill, formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import type { Tone } from '../../design/tone.ts';
import { guideTexts as texts } from '../../texts/guide.ts';
import { hrefIn, withQuery, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { Receipt } from './deadline-receipt.tsx';

export interface GuidePageModel {
  readonly progress: GuideProgress;
  /** The date of the conclusion's deadline, when its day was given. */
  readonly receipt?: DeadlineReceipt;
}

const answersOf = (answered: readonly AnsweredQuestion[]): Readonly<Record<string, string>> =>
  Object.fromEntries(answered.map(({ question, answer }) => [question.id, answer]));

/** The address at which a question is asked again: the answers before it. */
const backTo = (answered: readonly AnsweredQuestion[], index: number): string =>
  withQuery('/guide', answersOf(answered.slice(0, index)));

const Answers = ({
  answered,
  language,
}: {
  readonly answered: readonly AnsweredQuestion[];
  readonly language: Language;
}) =>
  answered.length === 0 ? null : (
    <Section id="answers" title={say(texts.answers, language)}>
      <dl className="terms">
        {answered.map(({ question, label }, index) => (
          <div key={question.id}>
            <dt>{say(question.title, language)}</dt>
            <dd>
              {formatDate(say(label, language), language)}{' '}
              <a
                href={hrefIn(language, backTo(answered, index))}
                aria-label={fill(texts.changeThis, { question: say(question.title, language) }, language)}
              >
                {say(texts.change, language)}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">
        <a href={hrefIn(language, '/guide')}>{say(texts.restart, language)}</a>
      </p>
    </Section>
  );

interface QuestionProps {
  readonly question: GuideQuestion;
  readonly answered: readonly AnsweredQuestion[];
  readonly problem?: string;
  readonly language: Language;
}

const Question = ({ question, answered, problem, language }: QuestionProps) => {
  const title = say(question.title, language);
  const help = question.help === undefined ? undefined : say(question.help, language);
  return (
    <form className="card stack max-w-3xl" method="get" action={hrefIn(language, '/guide')}>
      {Object.entries(answersOf(answered)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="quiet">{fill(texts.question, { number: answered.length + 1 }, language)}</p>
      {question.kind === 'choice' ? (
        <fieldset className="stack" aria-describedby={help === undefined ? undefined : 'question-help'}>
          <legend>
            <h2>{title}</h2>
          </legend>
          {help === undefined ? null : <p id="question-help">{help}</p>}
          {problem === undefined ? null : (
            <p className="field-error" role="alert">
              {problem}
            </p>
          )}
          <div className="grid gap-2">
            {question.options.map(({ value, label }) => (
              <label key={value} className="choice choice-card">
                <input type="radio" name={question.id} value={value} required />
                <span>{say(label, language)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <>
          <h2>{title}</h2>
          <TextField
            id={question.id}
            label={say(texts.date, language)}
            type="date"
            {...(help === undefined ? {} : { help })}
            {...(problem === undefined ? {} : { error: problem })}
          />
        </>
      )}
      <Button>{say(texts.next, language)}</Button>
    </form>
  );
};

const tones: Readonly<Record<Conclusion['answer'], Tone>> = {
  'must-file': 'warn',
  'must-change': 'warn',
  'must-cancel': 'warn',
  'await-answer': 'info',
  'already-filed': 'good',
  'should-check': 'info',
  'need-not': 'good',
};

const Concluded = ({
  conclusion,
  receipt,
  language,
}: {
  readonly conclusion: Conclusion;
  readonly receipt?: DeadlineReceipt;
  readonly language: Language;
}) => {
  const { title, reasons, deadline, nextSteps, answer } = conclusion;
  return (
    <>
      <div className={`notice tone-${tones[answer]}`} role="status">
        <h2 className="notice-title">{say(title, language)}</h2>
      </div>
      <Section id="why" title={say(texts.why, language)}>
        <ul className="prose list-disc pl-5">
          {reasons.map(({ clause, text }) => (
            <li key={`${clause} ${text.en}`}>
              {say(text, language)} <ClauseLink id={clause} language={language} />
            </li>
          ))}
        </ul>
      </Section>
      {deadline === undefined ? null : (
        <Section id="deadline" title={say(texts.deadline, language)}>
          {receipt === undefined ? (
            <p>
              {fill(texts.deadlineOpen, { event: say(deadline.event, language) }, language)}{' '}
              <ClauseLink id={deadline.clause} language={language} />
            </p>
          ) : (
            <div className="max-w-3xl">
              <Receipt receipt={receipt} language={language} />
            </div>
          )}
        </Section>
      )}
      {nextSteps.length === 0 ? null : (
        <Section id="steps" title={say(texts.steps, language)}>
          <ol className="prose list-decimal pl-5">
            {nextSteps.map(({ clause, text }) => (
              <li key={text.en}>
                {say(text, language)} {clause === undefined ? null : <ClauseLink id={clause} language={language} />}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <div className="mt-8">
        <Notice>
          <p>{say(texts.caution, language)}</p>
        </Notice>
      </div>
    </>
  );
};

export const guidePage = ({ progress, receipt }: GuidePageModel, { language }: PageContext): Page => {
  const { answered } = progress;
  return {
    title:
      progress.state === 'concluded'
        ? `${say(progress.conclusion.title, language)} · ${say(texts.title, language)}`
        : say(texts.title, language),
    description: say(texts.lead, language),
    section: 'guide',
    json: withQuery('/guide.json', answersOf(answered)),
    unlisted: answered.length > 0,
    body: (
      <>
        <PageHead
          title={say(texts.title, language)}
          {...(answered.length === 0 ? { lead: say(texts.lead, language) } : {})}
        />
        {progress.state === 'asking' ? (
          <Question
            question={progress.next}
            answered={answered}
            language={language}
            {...(progress.problem === undefined ? {} : { problem: say(progress.problem, language) })}
          />
        ) : (
          <Concluded
            conclusion={progress.conclusion}
            language={language}
            {...(receipt === undefined ? {} : { receipt })}
          />
        )}
        <Answers answered={answered} language={language} />
      </>
    ),
  };
};
