import type { MatterReadingAnswer } from '@suanjian/contracts';
import { listOf, recordOf, textOf } from '../forms/control.ts';
import { idOf } from '../forms/pointers.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { common } from '../texts/common.ts';
import { reviewTexts } from '../texts/review.ts';

interface Props {
  readonly reading: Pick<MatterReadingAnswer, 'kind'>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly change: (input: Readonly<Record<string, unknown>>) => void;
  readonly tried: boolean;
}

/** The fields a return names, each with its reason. They are ticked in the form; here they are worded. */
export const FieldFindings = ({ reading, input, change, tried }: Props) => {
  const { say } = useLanguage();
  const fields = definitionOf(reading.kind)?.forms['form']?.fields ?? {};
  const findings = listOf(input['fields'])
    .map(recordOf)
    .map(({ pointer, reason }) => ({ pointer: textOf(pointer), reason: textOf(reason) }));
  if (findings.length === 0) return <p className="quiet">{say(reviewTexts.returnNone)}</p>;
  return (
    <ul className="grid gap-4">
      {findings.map(({ pointer, reason }) => {
        const name = pointer.split('/')[2] ?? '';
        const label = fields[name] === undefined ? pointer : say(fields[name].label);
        const id = `why-${idOf(pointer)}`;
        return (
          <li key={pointer} className="field">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <label className="field-label" htmlFor={id}>
                {say(reviewTexts.returnWhy(label))}
              </label>
              <button
                type="button"
                className="button button-quiet min-h-9! px-3! py-0!"
                aria-label={`${say(common.remove)} ${label}`}
                onClick={() => change({ fields: findings.filter((finding) => finding.pointer !== pointer) })}
              >
                {say(common.remove)}
              </button>
            </div>
            <textarea
              id={id}
              className="input"
              rows={2}
              maxLength={1000}
              value={reason}
              aria-invalid={tried && reason.trim() === ''}
              onChange={({ target }) =>
                change({
                  fields: findings.map((finding) =>
                    finding.pointer === pointer ? { pointer, reason: target.value } : finding,
                  ),
                })
              }
            />
          </li>
        );
      })}
    </ul>
  );
};
