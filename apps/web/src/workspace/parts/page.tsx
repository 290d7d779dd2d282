import { useEffect, type ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { common } from '../texts/common.ts';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export const Page = ({ title, lead, actions, children }: Props) => {
  const { say } = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${say(common.product)}`;
  }, [title, say]);
  return (
    <>
      <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-3xl">
          <h1 className="text-2xl! lg:text-3xl!">{title}</h1>
          {lead === undefined ? null : <p className="quiet mt-1">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </>
  );
};

export const Section = ({
  title,
  aside,
  children,
  id,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}) => (
  <section className="mt-7 first:mt-0" aria-labelledby={id === undefined ? undefined : `${id}-title`} id={id}>
    <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
      <h2 className="text-lg!" id={id === undefined ? undefined : `${id}-title`}>
        {title}
      </h2>
      {aside}
    </div>
    {children}
  </section>
);
