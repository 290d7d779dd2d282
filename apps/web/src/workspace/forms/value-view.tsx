import {
  attachmentReference,
  emptyValue,
  isMasked,
  isShown,
  type Control,
  type FieldDefinition,
} from '@suanjian/matters';
import { placeOf } from '@suanjian/register';
import { formatDate, formatNumber } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { FileLink } from '../parts/file-link.tsx';
import { useStaff } from '../office/use-staff.ts';
import { common } from '../texts/common.ts';
import { formTexts } from '../texts/forms.ts';
import { listOf, recordOf } from './control.ts';
import { PickedValue } from './picked-value.tsx';

interface Props {
  readonly field: Pick<FieldDefinition, 'control' | 'label'>;
  readonly value: unknown;
  readonly name?: string;
}

const Masked = ({ secrecy }: { readonly secrecy: 'confidential' | 'personal' }) => {
  const { say } = useLanguage();
  return (
    <span className="quiet">
      <span aria-hidden>••••</span> {say(formTexts.sealed[secrecy])}
      {say(common.comma)}
      {say(formTexts.maskedValue)}
    </span>
  );
};

const Written = ({
  control,
  value,
  name,
}: {
  readonly control: Extract<Control, { kind: 'text' }>;
  readonly value: string;
  readonly name: string | undefined;
}) => {
  const { say } = useLanguage();
  const { nameOf } = useStaff();
  if (control.pattern === 'colleague' || control.pattern === 'official') return nameOf(value) ?? value;
  const place = name === 'place' ? placeOf(value) : undefined;
  if (place !== undefined) return `${say(place.fullName)} ${value}`;
  if (control.pattern === 'url' && /^https?:\/\//.test(value))
    return (
      <a href={value} target="_blank" rel="noreferrer nofollow">
        {value}
      </a>
    );
  return <span className="whitespace-pre-line">{value}</span>;
};

const Entries = ({
  control,
  value,
}: {
  readonly control: Extract<Control, { kind: 'list' }>;
  readonly value: unknown;
}) => {
  const { say } = useLanguage();
  return (
    <ol className="grid gap-3">
      {listOf(value)
        .map(recordOf)
        .map((entry, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="rounded-card border border-line px-3 py-2">
            <p className="small quiet font-semibold">{say(formTexts.entry(index + 1))}</p>
            <dl>
              {Object.entries(control.of)
                .filter(([name, field]) => isShown(field, entry) && !emptyValue(entry[name]))
                .map(([name, field]) => (
                  <div key={name} className="grid gap-x-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
                    <dt className="quiet small">{say(field.label)}</dt>
                    <dd className="min-w-0">
                      <ValueView field={field} value={entry[name]} name={name} />
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
    </ol>
  );
};

/** One value as people read it, whatever a draft may hold. */
export const ValueView = ({ field: { control, label }, value, name }: Props) => {
  const { say, language } = useLanguage();
  if (isMasked(value)) return <Masked secrecy={value.masked} />;
  if (emptyValue(value)) return <span className="quiet">{say(common.notFilled)}</span>;
  const labelOf = (chosen: string) => {
    const option = 'options' in control ? control.options.find((each) => each.value === chosen) : undefined;
    return option === undefined ? `${chosen} ${say(formTexts.unknownOption)}` : say(option.label);
  };
  switch (control.kind) {
    case 'text':
      return <Written control={control} value={String(value)} name={name} />;
    case 'number':
      return `${typeof value === 'number' ? formatNumber(value, language) : String(value)}${control.unit === undefined ? '' : ` ${say(control.unit)}`}`;
    case 'date':
      return formatDate(String(value), language);
    case 'yes-no':
      return say(value === true ? common.yes : common.no);
    case 'choice':
      return labelOf(String(value));
    case 'choices':
      return listOf(value)
        .map((each) => labelOf(String(each)))
        .join(language === 'zh' ? '、' : ', ');
    case 'pick':
      return <PickedValue from={control.from} value={String(value)} />;
    case 'attachment':
      return (
        <ul aria-label={say(label)}>
          {listOf(value).flatMap((each) => {
            const file = attachmentReference.safeParse(each);
            return file.success
              ? [
                  <li key={file.data.hash}>
                    <FileLink file={file.data} />
                  </li>,
                ]
              : [];
          })}
        </ul>
      );
    case 'list':
      return <Entries control={control} value={value} />;
  }
};
