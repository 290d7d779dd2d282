export interface FieldDifference {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

interface DifferenceProps {
  readonly differences: readonly FieldDifference[];
  readonly texts: { readonly before: string; readonly after: string };
  /** Language the values are written in, where it is not the page's. */
  readonly valueLanguage?: string;
}

/** What two versions say differently, field by field; told apart by words, not by colour alone. */
export const Difference = ({ differences, texts, valueLanguage }: DifferenceProps) => (
  <dl className="difference">
    {differences.map(({ field, before, after }) => (
      <div key={field}>
        <dt>{field}</dt>
        {before === undefined ? null : (
          <dd>
            <del>
              <span className="difference-word">{texts.before}</span>
              <span lang={valueLanguage}>{before}</span>
            </del>
          </dd>
        )}
        {after === undefined ? null : (
          <dd>
            <ins>
              <span className="difference-word">{texts.after}</span>
              <span lang={valueLanguage}>{after}</span>
            </ins>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
