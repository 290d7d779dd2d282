export interface Crumb {
  readonly label: string;
  /** The page one is on has none. */
  readonly href?: string;
}

export const Breadcrumbs = ({ label, crumbs }: { readonly label: string; readonly crumbs: readonly Crumb[] }) => (
  <nav className="breadcrumbs" aria-label={label}>
    <ol>
      {crumbs.map(({ label, href }) => (
        <li key={label}>
          {href === undefined ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}
        </li>
      ))}
    </ol>
  </nav>
);
