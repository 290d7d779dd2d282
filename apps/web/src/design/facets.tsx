export interface FacetChoice {
  readonly value: string;
  readonly label: string;
  readonly count?: string;
  readonly selected: boolean;
}

export interface FacetGroup {
  readonly name: string;
  readonly title: string;
  readonly choices: readonly FacetChoice[];
}

/** Groups of check boxes inside a form: without a script they are sent with its button. Long groups come folded unless something is chosen. */
export const Facets = ({
  groups,
  foldAbove = 6,
}: {
  readonly groups: readonly FacetGroup[];
  readonly foldAbove?: number;
}) => (
  <>
    {groups.map(({ name, title, choices }) => (
      <details
        key={name}
        className="facet"
        open={choices.length <= foldAbove || choices.some(({ selected }) => selected)}
      >
        <summary>{title}</summary>
        <div role="group" aria-label={title}>
          {choices.map(({ value, label, count, selected }) => (
            <label key={value} className="facet-value">
              <input type="checkbox" name={name} value={value} defaultChecked={selected} />
              <span>{label}</span>
              {count === undefined ? null : <span>{count}</span>}
            </label>
          ))}
        </div>
      </details>
    ))}
  </>
);
