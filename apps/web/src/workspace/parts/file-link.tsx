import type { AttachmentReference } from '@suanjian/matters';
import { createContext, useContext } from 'react';
import { attachmentAddress } from '../client/matters.ts';
import { formatSize } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';

/** The matter whose files are shown: an office reaches a file only through the matter that refers to it, and is recorded. */
export const FilesOfMatter = createContext<{ readonly kind: string; readonly id: string } | undefined>(undefined);

export const FileLink = ({ file }: { readonly file: AttachmentReference }) => {
  const { language } = useLanguage();
  const matter = useContext(FilesOfMatter);
  return (
    <span className="min-w-0">
      <a href={attachmentAddress(file.hash, matter)} target="_blank" rel="noreferrer">
        {file.name}
      </a>{' '}
      <span className="quiet small whitespace-nowrap">{formatSize(file.size, language)}</span>
    </span>
  );
};
