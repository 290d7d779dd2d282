export interface Crumb {
  readonly label: string;
  /** The page one is on has none. */
  readonly href?: string;
  /** Language of the label, where it is not the page's. */
  readonly lang?: string;
}

export const Breadcrumbs = ({ label, crumbs }: { readonly label: string; readonly crumbs: readonly Crumb[] }) => (
  <nav className="breadcrumbs" aria-label={label}>
    <ol>
      {crumbs.map(({ label, href, lang }) => (
        <li key={label}>
          {href === undefined ? (
            <span aria-current="page" lang={lang}>
              {label}
            </span>
          ) : (
            <a href={href}>{label}</a>
          )}
        </li>
      ))}
    </ol>
  </nav>
);
