import type { ReactNode } from 'react';

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

export interface HeaderProps {
  readonly home: { readonly href: string; readonly seal: string; readonly name: string };
  readonly skip: string;
  readonly navigationLabel: string;
  readonly links: readonly NavigationLink[];
  readonly tools: readonly ReactNode[];
}

export const Header = ({ home, skip, navigationLabel, links, tools }: HeaderProps) => (
  <>
    <a className="skip-link" href="#main">
      {skip}
    </a>
    <header className="site-header">
      <div className="column">
        <a className="site-mark" href={home.href}>
          <span className="site-mark-seal" aria-hidden="true" lang="zh-CN">
            {home.seal}
          </span>
          {home.name}
        </a>
        <nav className="site-nav" aria-label={navigationLabel}>
          <ul>
            {links.map(({ href, label, current = false }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="site-tools">{tools}</div>
      </div>
    </header>
  </>
);

export const Footer = ({
  label,
  links,
  children,
}: {
  readonly label: string;
  readonly links: readonly NavigationLink[];
  readonly children: ReactNode;
}) => (
  <footer className="site-footer">
    <div className="column">
      <nav aria-label={label}>
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  </footer>
);

interface PageHeadProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

export const PageHead = ({ title, lead, children }: PageHeadProps) => (
  <div className="page-head">
    <h1>{title}</h1>
    {lead === undefined ? null : <p className="lead">{lead}</p>}
    {children}
  </div>
);

export const Section = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
