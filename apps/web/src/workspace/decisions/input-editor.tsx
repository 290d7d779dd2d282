import type { MatterReadingAnswer } from '@suanjian/contracts';
import { grades } from '@suanjian/rulebook';
import { useId } from 'react';
import { BundleChoice } from '../assessment/bundle-choice.tsx';
import { listOf, textOf } from '../forms/control.ts';
import { useLanguage } from '../language/language.tsx';
import { gradeTitle } from '../matters/grade-title.ts';
import { useStaff } from '../office/use-staff.ts';
import { reviewTexts } from '../texts/review.ts';
import { BasisPicker } from './basis-picker.tsx';
import { FieldFindings } from './field-findings.tsx';

interface Props {
  /** Of which matter; a decision that opens one has none yet. */
  readonly reading?: Pick<MatterReadingAnswer, 'kind' | 'state'>;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly change: (input: Readonly<Record<string, unknown>>) => void;
  readonly tried: boolean;
}

type EditorProps = Pick<Props, 'input' | 'change'>;

const basisOf = (input: Props['input']): readonly string[] =>
  listOf(input['basis']).filter((each) => typeof each === 'string');

const Assignee = ({ input, change }: EditorProps) => {
  const { say } = useLanguage();
  const { staff } = useStaff();
  return (
    <label className="field">
      <select
        className="input"
        value={textOf(input['to'])}
        onChange={({ target }) => change({ to: target.value === '' ? null : target.value })}
      >
        <option value="">{say(reviewTexts.assignNobody)}</option>
        {staff.map(({ account, name }) => (
          <option key={account} value={account}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

const Order = ({ input, change }: EditorProps) => {
  const { say } = useLanguage();
  const id = useId();
  return (
    <>
      <fieldset className="field">
        <legend className="field-label">{say(reviewTexts.orderGround)}</legend>
        {(['not-cancelled-in-time', 'closed-or-licence-withdrawn'] as const).map((ground) => (
          <label key={ground} className="choice">
            <input
              type="radio"
              name={id}
              checked={input['ground'] === ground}
              onChange={() => change({ ...input, ground })}
            />
            {say(reviewTexts.orderGrounds[ground])}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span className="field-label">{say(reviewTexts.serviceEnded)}</span>
        <input
          type="date"
          className="input max-w-64"
          value={textOf(input['serviceEnded'])}
          onChange={({ target }) => {
            const { serviceEnded: _before, ...rest } = input;
            change(target.value === '' ? rest : { ...rest, serviceEnded: target.value });
          }}
        />
      </label>
      <BasisPicker basis={basisOf(input)} change={(basis) => change({ ...input, basis })} />
    </>
  );
};

const Statement = ({ input, change }: EditorProps) => {
  const { say } = useLanguage();
  const help = useId();
  return (
    <>
      <label className="field">
        <span className="field-label">{say(reviewTexts.statement)}</span>
        <textarea
          className="input"
          rows={8}
          maxLength={10_000}
          value={textOf(input['statement'])}
          onChange={({ target }) => change({ ...input, statement: target.value })}
        />
      </label>
      <div className="field">
        <label className="choice">
          <input
            type="checkbox"
            checked={input['complete'] === true}
            aria-describedby={help}
            onChange={({ target }) => change({ ...input, complete: target.checked })}
          />
          {say(reviewTexts.statementComplete)}
        </label>
        <p className="quiet small" id={help}>
          {say(reviewTexts.statementCompleteHelp)}
        </p>
      </div>
    </>
  );
};

/** What a command asks for besides its reason. Commands without input need nothing here. */
export const InputEditor = ({ reading, name, input, change, tried }: Props) => {
  const { say } = useLanguage();
  switch (name) {
    case 'return':
      return reading === undefined ? null : (
        <FieldFindings reading={reading} input={input} change={change} tried={tried} />
      );
    case 'refuse':
      return <BasisPicker basis={basisOf(input)} change={(basis) => change({ basis })} />;
    case 'order':
      return <Order input={input} change={change} />;
    case 'prefill':
      return reading === undefined ? null : <BundleChoice state={reading.state} input={input} change={change} />;
    case 'assign':
      return <Assignee input={input} change={change} />;
    case 'state':
      return <Statement input={input} change={change} />;
    case 'override-grade':
      return (
        <label className="field">
          <span className="field-label">{say(reviewTexts.overrideTo)}</span>
          <select
            className="input max-w-40"
            value={textOf(input['grade'])}
            onChange={({ target }) => change({ grade: target.value })}
          >
            {grades.map((grade) => (
              <option key={grade} value={grade}>
                {say(gradeTitle(grade))}
              </option>
            ))}
          </select>
        </label>
      );
    default:
      return null;
  }
};
