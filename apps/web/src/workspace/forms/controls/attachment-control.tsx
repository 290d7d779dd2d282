import { attachmentReference, type AttachmentReference } from '@suanjian/matters';
import { useState } from 'react';
import { failureFrom, type RequestFailure } from '../../client/failure.ts';
import { uploadAttachment } from '../../client/matters.ts';
import { useLanguage } from '../../language/language.tsx';
import { FileLink } from '../../parts/file-link.tsx';
import { RefusalList } from '../../parts/refusals.tsx';
import { common } from '../../texts/common.ts';
import { failureText } from '../../texts/failure-text.ts';
import { formTexts } from '../../texts/forms.ts';
import { listOf, type ControlProps } from '../control.ts';
import { fileKinds } from './file-kinds.ts';

const filesOf = (value: unknown): readonly AttachmentReference[] =>
  listOf(value).flatMap((each) => {
    const file = attachmentReference.safeParse(each);
    return file.success ? [file.data] : [];
  });

interface Trouble {
  readonly name: string;
  readonly failure: RequestFailure;
}

export const AttachmentControl = ({
  id,
  control,
  value,
  change,
  blurred,
  describedBy,
  invalid,
  required,
}: ControlProps<'attachment'>) => {
  const { say } = useLanguage();
  const files = filesOf(value);
  const [uploading, setUploading] = useState<string>();
  const [trouble, setTrouble] = useState<readonly Trouble[]>([]);

  const set = (next: readonly AttachmentReference[]) => change(next.length === 0 ? null : next);
  const upload = async (chosen: readonly File[]) => {
    setTrouble([]);
    // Nothing else can change the list meanwhile: its buttons rest while files are on their way.
    let kept = files;
    for (const file of chosen) {
      setUploading(file.name);
      try {
        const stored = await uploadAttachment(file);
        kept = [...kept.filter(({ hash }) => hash !== stored.hash), stored];
        set(kept);
      } catch (error) {
        setTrouble((earlier) => [...earlier, { name: file.name, failure: failureFrom(error) }]);
      }
    }
    setUploading(undefined);
    blurred();
  };

  return (
    <div className="grid gap-2">
      <ul className="grid gap-1">
        {files.map((file) => (
          <li key={file.hash} className="flex flex-wrap items-center gap-x-3">
            <FileLink file={file} />
            <button
              type="button"
              className="button button-quiet min-h-9! px-3! py-0!"
              disabled={uploading !== undefined}
              onClick={() => set(files.filter(({ hash }) => hash !== file.hash))}
              aria-label={say(formTexts.removeFile(file.name))}
            >
              {say(common.remove)}
            </button>
          </li>
        ))}
      </ul>
      <input
        id={id}
        type="file"
        multiple={control.atMost > 1}
        accept={control.accepts.join(',')}
        className="input file:mr-3 file:border-0 file:bg-accent-soft file:px-3 file:py-1 file:text-accent"
        disabled={uploading !== undefined || files.length >= control.atMost}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = '';
          void upload(chosen);
        }}
        aria-describedby={`${describedBy} ${id}-kinds`}
        aria-invalid={invalid}
        aria-required={required}
      />
      <p id={`${id}-kinds`} className="field-help">
        {say(formTexts.accepts(fileKinds(control.accepts), control.atMost))}
      </p>
      <div aria-live="polite">
        {uploading === undefined ? null : <p className="quiet">{say(formTexts.uploading(uploading))}</p>}
        {trouble.map(({ name, failure }) => (
          <div key={name} className="field-error">
            {say(formTexts.uploadFailed(name))} {say(failureText(failure))}
            <RefusalList refusals={failure.refusals} />
          </div>
        ))}
      </div>
    </div>
  );
};
