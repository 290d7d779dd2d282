import { useState, type ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { formTexts } from '../texts/forms.ts';

interface Section {
  readonly name: string;
  readonly title: string;
  readonly count: number;
  /** Whether it stands open at first. */
  readonly open: boolean;
  readonly content: ReactNode;
}

/** A long reading in sections that fold, with a table of contents that opens them. */
export const FoldedSections = ({ id, sections }: { readonly id: string; readonly sections: readonly Section[] }) => {
  const { say } = useLanguage();
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(sections.flatMap((section) => (section.open ? [section.name] : []))),
  );
  const all = sections.every(({ name }) => open.has(name));
  const placeOf = (name: string): string => `${id}-section-${name}`;
  const toggle = (name: string, isOpen: boolean) =>
    setOpen((before) => {
      if (before.has(name) === isOpen) return before;
      const next = new Set(before);
      if (isOpen) next.add(name);
      else next.delete(name);
      return next;
    });
  const go = (name: string) => {
    toggle(name, true);
    requestAnimationFrame(() => {
      const summary = document.getElementById(placeOf(name))?.querySelector('summary');
      summary?.scrollIntoView({ block: 'start' });
      summary?.focus({ preventScroll: true });
    });
  };
  return (
    <>
      <div className="no-print mb-4 rounded-card border border-line px-4 py-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="font-semibold">{say(formTexts.contents)}</p>
          <button
            type="button"
            className="button button-quiet min-h-10! py-1!"
            onClick={() => setOpen(all ? new Set() : new Set(sections.map(({ name }) => name)))}
          >
            {say(all ? formTexts.foldAll : formTexts.unfoldAll)}
          </button>
        </div>
        <ol className="grid gap-x-6 sm:grid-cols-2">
          {sections.map(({ name, title, count }) => (
            <li key={name}>
              <a
                href={`#${placeOf(name)}`}
                className="inline-block py-1"
                onClick={(event) => {
                  event.preventDefault();
                  go(name);
                }}
              >
                {title} <span className="quiet small">{say(formTexts.fieldCount(count))}</span>
              </a>
            </li>
          ))}
        </ol>
      </div>
      {sections.map(({ name, title, content }) => (
        <details
          key={name}
          id={placeOf(name)}
          className="border-t border-line py-2"
          open={open.has(name)}
          onToggle={({ currentTarget }) => toggle(name, currentTarget.open)}
        >
          <summary className="scroll-mt-24 py-2">
            <h3 className="text-base! inline">{title}</h3>
          </summary>
          {content}
        </details>
      ))}
    </>
  );
};
