import type { ReactNode } from 'react';

export interface Term {
  readonly term: string;
  readonly value: ReactNode;
}

/** Terms and what they say; a term without a value is left out. */
export const DefinitionList = ({ terms }: { readonly terms: readonly (Term | undefined)[] }) => (
  <dl className="terms">
    {terms
      .filter((term) => term !== undefined)
      .map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

/** Large numbers in a row. */
export const Figures = ({ figures }: { readonly figures: readonly Term[] }) => (
  <dl className="figures">
    {figures.map(({ term, value }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
