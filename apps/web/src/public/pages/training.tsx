import type { Language } from '@suanjian/rulebook';
import { Button } from '../../design/button.tsx';
import { fill, say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { guidanceTexts as texts } from '../../texts/guidance.ts';
import type { TrainingQuestion, TrainingSet } from '../../texts/guidance/training.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { Edited, GuidanceTrail } from './guidance.tsx';

export interface TrainingModel {
  readonly set: TrainingSet;
  /** The place of the chosen option, by question; undefined before anything was answered. */
  readonly chosen?: ReadonlyMap<string, number>;
}

interface PartProps {
  readonly question: TrainingQuestion;
  readonly number: number;
  readonly language: Language;
}

const Asked = ({ question: { id, question, options }, number, language }: PartProps) => (
  <fieldset className="card">
    <legend className="font-semibold">
      {fill(texts.question, { number }, language)} {say(question, language)}
    </legend>
    <div className="stack mt-2">
      {options.map((option, index) => (
        <label key={option.en} className="choice">
          <input type="radio" name={id} value={String(index)} />
          <span>{say(option, language)}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

const Explained = ({
  question: { question, options, right, why, clause },
  number,
  chosen,
  language,
}: PartProps & { readonly chosen: number | undefined }) => {
  const given = chosen === undefined ? undefined : options[chosen];
  const answer = options[right];
  const verdict = given === undefined ? texts.unanswered : chosen === right ? texts.right : texts.wrong;
  const tone = given === undefined ? '' : chosen === right ? ' tone-good' : ' tone-warn';
  return (
    <section className="card" aria-labelledby={`question-${number}`}>
      <h2 id={`question-${number}`} className="text-lead font-semibold">
        {fill(texts.question, { number }, language)} {say(question, language)}
      </h2>
      <p className="mt-2">
        <span className={`badge${tone}`}>{say(verdict, language)}</span>{' '}
        {given === undefined || chosen === right ? null : fill(texts.yours, { answer: say(given, language) }, language)}
      </p>
      {answer === undefined ? null : (
        <p className="font-semibold">{fill(texts.answer, { answer: say(answer, language) }, language)}</p>
      )}
      <p>
        {say(why, language)} {clause === undefined ? null : <ClauseLink id={clause} language={language} />}
      </p>
    </section>
  );
};

export const trainingPage = ({ set, chosen }: TrainingModel, { language }: PageContext): Page => {
  const { reader, title, questions } = set;
  const path = hrefIn(language, `/training/${reader}`);
  const right = questions.filter((question) => chosen?.get(question.id) === question.right).length;
  return {
    title: say(title, language),
    description: say(texts.trainingHelp, language),
    section: 'other',
    unlisted: chosen !== undefined,
    body: (
      <>
        <GuidanceTrail language={language} here={say(title, language)} />
        <PageHead title={say(title, language)} lead={say(texts.trainingHelp, language)} />
        {chosen === undefined ? (
          <form className="stack max-w-3xl" method="get" action={path}>
            {questions.map((question, index) => (
              <Asked key={question.id} question={question} number={index + 1} language={language} />
            ))}
            <input type="hidden" name="answered" value="yes" />
            <Button>{say(texts.check, language)}</Button>
          </form>
        ) : (
          <div className="stack max-w-3xl">
            <p role="status" className="font-semibold">
              {fill(texts.result, { right, all: questions.length }, language)}
            </p>
            {questions.map((question, index) => (
              <Explained
                key={question.id}
                question={question}
                number={index + 1}
                chosen={chosen.get(question.id)}
                language={language}
              />
            ))}
            <p>
              <a href={path}>{say(texts.again, language)}</a>
            </p>
          </div>
        )}
        <Edited of={set} language={language} />
      </>
    ),
  };
};
