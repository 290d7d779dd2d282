import type { MatterReadingAnswer } from '@suanjian/contracts';
import type { FieldDefinition } from '@suanjian/matters';
import { FormReading } from '../forms/form-reading.tsx';
import { recordOf } from '../forms/control.ts';
import type { Highlight } from '../forms/highlight.ts';
import { idOf } from '../forms/pointers.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { FormsOfMatter } from '../matters/forms-of-matter.tsx';
import { returnedOf } from '../matters/returned.ts';
import { common } from '../texts/common.ts';
import { reviewTexts } from '../texts/review.ts';

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly ticked: readonly Highlight[];
  readonly tick: (ticked: readonly Highlight[]) => void;
}

/** The form as submitted; while a return is possible, every field can be ticked with a reason right where it is read. */
export const ReviewForm = ({ reading, ticked, tick }: Props) => {
  const { say } = useLanguage();
  const form = definitionOf(reading.kind)?.forms['form'];
  if (form === undefined) return <FormsOfMatter reading={reading} />;
  const returnable = reading.actions.includes('return');
  const beside = (pointer: string, { label }: FieldDefinition) => {
    const finding = ticked.find((each) => each.pointer === pointer);
    return (
      <div className={finding === undefined ? undefined : 'mt-1 w-full'}>
        <label className="choice small quiet py-0!">
          <input
            type="checkbox"
            aria-label={`${say(reviewTexts.returnTick)}${say(common.colon)}${say(label)}`}
            checked={finding !== undefined}
            onChange={({ target }) =>
              tick(
                target.checked
                  ? [...ticked, { pointer, reason: '' }]
                  : ticked.filter((each) => each.pointer !== pointer),
              )
            }
          />
          {say(reviewTexts.returnTick)}
        </label>
        {finding === undefined ? null : (
          <textarea
            id={`tick-${idOf(pointer)}`}
            className="input"
            rows={2}
            maxLength={1000}
            aria-label={say(reviewTexts.returnWhy(say(label)))}
            placeholder={say(reviewTexts.returnWhyMissing)}
            value={finding.reason}
            onChange={({ target }) =>
              tick(ticked.map((each) => (each.pointer === pointer ? { pointer, reason: target.value } : each)))
            }
          />
        )}
      </div>
    );
  };
  return (
    <>
      {returnable ? <p className="quiet small mb-3">{say(reviewTexts.returnHint)}</p> : null}
      <FormReading
        form={form}
        values={recordOf(reading.state['form'])}
        highlights={returnedOf(reading)?.fields ?? []}
        beside={returnable ? beside : undefined}
      />
      <FormsOfMatter reading={reading} except="form" />
    </>
  );
};
