import { isRequired, type FieldDefinition } from '@suanjian/matters';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { common } from '../texts/common.ts';
import { formTexts } from '../texts/forms.ts';
import { AttachmentControl } from './controls/attachment-control.tsx';
import { ChoiceControl, ChoicesControl, isButtons } from './controls/choice-controls.tsx';
import { OfficialControl } from './controls/official-control.tsx';
import { ColleagueControl } from './controls/colleague-control.tsx';
import { ListControl } from './controls/list-control.tsx';
import { PickControl } from './controls/pick-control.tsx';
import { PlaceControl } from './controls/place-control.tsx';
import { DateControl, NumberControl, YesNoControl } from './controls/simple-controls.tsx';
import { TextControl } from './controls/text-control.tsx';
import type { FieldViewProps } from './field-props.ts';
import { highlightsAt } from './highlight.ts';
import { faultsAt, idOf } from './pointers.ts';

/** Fields whose text is a code of a list that people know by name. */
const isPlace = (pointer: string): boolean => pointer === '/form/place';

const isGroup = ({ control }: FieldDefinition, pointer: string): boolean =>
  control.kind === 'yes-no' ||
  control.kind === 'choices' ||
  control.kind === 'list' ||
  control.kind === 'pick' ||
  isPlace(pointer) ||
  (control.kind === 'choice' && isButtons(control));

const renderField = (props: FieldViewProps): ReactNode => <FieldView key={props.pointer} {...props} />;

const ControlOf = (props: FieldViewProps) => {
  const { field, pointer, value, values, change, blurred, faults, highlights } = props;
  const { control } = field;
  const id = idOf(pointer);
  const common = {
    id,
    value,
    change,
    blurred,
    describedBy: `${id}-help ${id}-said ${id}-faults`,
    invalid: faultsAt(faults, pointer).length > 0,
    required: isRequired(field, values),
  };
  switch (control.kind) {
    case 'text':
      if (control.pattern === 'colleague') return <ColleagueControl {...common} control={control} />;
      if (control.pattern === 'official') return <OfficialControl {...common} control={control} />;
      return isPlace(pointer) ? (
        <PlaceControl {...common} control={control} />
      ) : (
        <TextControl {...common} control={control} />
      );
    case 'number':
      return <NumberControl {...common} control={control} />;
    case 'date':
      return <DateControl {...common} control={control} />;
    case 'yes-no':
      return <YesNoControl {...common} control={control} />;
    case 'choice':
      return <ChoiceControl {...common} control={control} />;
    case 'choices':
      return <ChoicesControl {...common} control={control} />;
    case 'pick':
      return <PickControl {...common} control={control} />;
    case 'attachment':
      return <AttachmentControl {...common} control={control} />;
    case 'list':
      return (
        <ListControl
          {...common}
          control={control}
          field={field}
          pointer={pointer}
          faults={faults}
          highlights={highlights}
          renderField={renderField}
        />
      );
  }
};

const Label = ({ field, values }: Pick<FieldViewProps, 'field' | 'values'>) => {
  const { say } = useLanguage();
  return (
    <>
      <span className="field-label">{say(field.label)}</span>
      {isRequired(field, values) ? null : <span className="quiet small ml-2">{say(formTexts.optional)}</span>}
      <span className="quiet small ml-2">
        · {say(field.secrecy === 'public' ? formTexts.becomesPublic : formTexts.sealed[field.secrecy])}
      </span>
    </>
  );
};

const Frame = ({ field, pointer, values, children }: FieldViewProps & { readonly children: ReactNode }) => {
  const id = idOf(pointer);
  if (isGroup(field, pointer))
    return (
      <fieldset className="field min-w-0" aria-describedby={`${id}-help ${id}-said ${id}-faults`}>
        <legend className="float-left w-full">
          <Label field={field} values={values} />
        </legend>
        {children}
      </fieldset>
    );
  return (
    <div className="field min-w-0">
      <label htmlFor={id}>
        <Label field={field} values={values} />
      </label>
      {children}
    </div>
  );
};

/** One field: label, help with its clause, control, what is wrong with it and what the office said about it. */
export const FieldView = (props: FieldViewProps) => {
  const { say } = useLanguage();
  const { field, pointer, faults, highlights } = props;
  const id = idOf(pointer);
  return (
    <Frame {...props}>
      <p className="field-help clear-both" id={`${id}-help`}>
        {say(field.help)} {field.clause === undefined ? null : <ClauseLink clause={field.clause} />}
      </p>
      <div id={`${id}-said`} className="empty:hidden">
        {highlightsAt(highlights, pointer).map(({ reason }) => (
          <p key={reason} className="notice tone-warn py-2!">
            <strong>
              {say(formTexts.officeSaid)}
              {say(common.colon)}
            </strong>
            {reason}
          </p>
        ))}
      </div>
      <ControlOf {...props} />
      <div id={`${id}-faults`} aria-live="polite">
        {faultsAt(faults, pointer).map((fault) => (
          <p key={fault.code} className="field-error">
            {say(fault.text)}
          </p>
        ))}
      </div>
    </Frame>
  );
};
