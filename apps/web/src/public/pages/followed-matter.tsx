import { matterDefinitions, type AnyMatterDefinition, type FormValues } from '@suanjian/matters';
import type { Language, Text } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { formatDate, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Timeline } from '../../design/timeline.tsx';
import type { Tone } from '../../design/tone.ts';
import { applicationTexts as texts } from '../../texts/applications.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { FormFields, type FormAttempt } from './form-fields.tsx';
import { FormValuesList } from './form-values.tsx';

export interface FollowedStep {
  readonly position: number;
  readonly title: Text;
  readonly on: string;
  readonly by: 'you' | 'provider' | 'office' | 'system';
  /** Name of the organisation that acted. */
  readonly organisation?: string;
  readonly reason?: string;
  /** A message, where the step is one. */
  readonly words?: string;
}

/** A matter as the person who opened it follows it. */
export interface FollowedMatterModel {
  readonly kind: string;
  readonly status: string;
  /** Values by the name of their form in the state. */
  readonly forms: Readonly<Record<string, FormValues>>;
  readonly due: readonly { readonly title: Text; readonly on: string; readonly late: boolean }[];
  readonly steps: readonly FollowedStep[];
  /** Commands that may be given now. */
  readonly actions: readonly string[];
  /** A command that was given and refused. */
  readonly attempt?: FormAttempt & { readonly command: string };
}

const tones = {
  neutral: 'plain',
  working: 'info',
  good: 'good',
  bad: 'bad',
  waiting: 'warn',
} as const satisfies Record<string, Tone>;

const nextOf = ({ states }: AnyMatterDefinition, status: string): Text => {
  const state = states[status];
  if (state?.desk === undefined || state.final === true) return texts.nextNobody;
  switch (state.desk.side) {
    case 'applicant':
      return texts.nextYou;
    case 'provider':
      return texts.nextProvider;
    case 'office':
      return texts.nextOffice;
    case 'industry-body':
      return texts.nextNobody;
  }
};

const Command = ({
  definition,
  name,
  attempt,
  language,
}: {
  readonly definition: AnyMatterDefinition;
  readonly name: string;
  readonly attempt: FollowedMatterModel['attempt'];
  readonly language: Language;
}) => {
  const command = definition.commands[name];
  if (command === undefined) return null;
  const tried = attempt?.command === name ? attempt : undefined;
  const general = tried?.faults[''];
  const reasonFault = tried?.faults['reason'];
  return (
    <details open={tried !== undefined}>
      <summary>{say(command.title, language)}</summary>
      <form
        className="stack max-w-3xl"
        method="post"
        encType="multipart/form-data"
        action={hrefIn(language, `/follow/${name}`)}
      >
        <p>{say(command.help, language)}</p>
        {tried === undefined ? null : (
          <Notice tone="bad" role="alert" title={say(texts.faults, language)}>
            {general === undefined ? null : <p>{say(general, language)}</p>}
            {tried.files ? <p>{say(texts.filesAgain, language)}</p> : null}
          </Notice>
        )}
        {typeof command.asks === 'object' ? (
          <FormFields
            form={command.asks.form}
            language={language}
            values={tried?.values ?? {}}
            faults={tried?.faults ?? {}}
            prefix={name}
          />
        ) : null}
        {command.reason === undefined ? null : (
          <TextField
            id={`${name}-reason`}
            name="reason"
            label={say(texts.reason, language)}
            help={say(texts.reasonHelp, language)}
            lines={4}
            longest={4000}
            {...(command.reason === 'required' ? {} : { optional: say(texts.optional, language) })}
            {...(reasonFault === undefined ? {} : { error: say(reasonFault, language) })}
            {...(typeof tried?.values['reason'] === 'string' ? { value: tried.values['reason'] } : {})}
          />
        )}
        <Button>{say(command.title, language)}</Button>
      </form>
    </details>
  );
};

/** Where a matter stands, who is next, what was said, and what the person who opened it can do: all of it without script. */
export const followedMatterPage = (model: FollowedMatterModel, { language }: PageContext): Page => {
  const definition = matterDefinitions.find(({ kind }) => kind === model.kind);
  if (definition === undefined) throw new RangeError(`no matter of the kind ${model.kind}`);
  const state = definition.states[model.status];
  return {
    title: say(definition.title, language),
    section: 'apply',
    unlisted: true,
    body: (
      <>
        <PageHead title={say(definition.title, language)} />
        <Section id="standing" title={say(texts.standing, language)}>
          {state === undefined ? null : (
            <>
              <p>
                <Badge tone={tones[state.tone]}>{say(state.title, language)}</Badge>{' '}
                <strong>{say(nextOf(definition, model.status), language)}</strong>
              </p>
              <p>{say(state.meaning, language)}</p>
            </>
          )}
          {model.due.length === 0 && state?.desk?.side === 'provider' && state.final !== true ? (
            <p>{say(texts.noClock, language)}</p>
          ) : null}
          {model.due.map(({ title, on, late }) => (
            <p key={`${title.en} ${on}`}>
              {say(texts.dueOf(title, formatDate(on, language)), language)}{' '}
              {late ? <Badge tone="bad">{say(texts.late, language)}</Badge> : null}
            </p>
          ))}
        </Section>
        {model.actions.length === 0 ? null : (
          <Section id="actions" title={say(texts.actions, language)}>
            <div className="stack">
              {model.actions.map((name) => (
                <Command key={name} definition={definition} name={name} attempt={model.attempt} language={language} />
              ))}
            </div>
          </Section>
        )}
        <Section id="said" title={say(texts.said, language)}>
          {Object.entries(model.forms).map(([property, values]) => {
            const form = definition.forms[property];
            return form === undefined ? null : (
              <div key={property} className="stack">
                {form.steps[0] === undefined ? null : <h3>{say(form.steps[0].title, language)}</h3>}
                <FormValuesList form={form} values={values} language={language} />
              </div>
            );
          })}
        </Section>
        <Section id="history" title={say(texts.history, language)}>
          <Timeline
            items={model.steps.map(({ position, title, on, by, organisation, reason, words }) => ({
              key: String(position),
              when: formatDate(on, language),
              title: say(texts.step(texts[by], organisation, title), language),
              body: (
                <>
                  {words === undefined ? null : <p className="whitespace-pre-wrap">{words}</p>}
                  {reason === undefined ? null : (
                    <p className="whitespace-pre-wrap">{say(texts.reasonIs(reason), language)}</p>
                  )}
                </>
              ),
            }))}
          />
        </Section>
        <form className="section" method="post" action={hrefIn(language, '/follow/leave')}>
          <Button look="quiet">{say(texts.leave, language)}</Button>
        </form>
      </>
    ),
  };
};
