import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { common } from '../texts/common.ts';

export const CopyButton = ({ content, label }: { readonly content: string; readonly label?: string }) => {
  const { say } = useLanguage();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(content);
    setCopied(true);
    setTimeout(() => setCopied(false), 3_000);
  };
  return (
    <button type="button" className="button button-quiet" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? say(common.copied) : (label ?? say(common.copy))}</span>
    </button>
  );
};
