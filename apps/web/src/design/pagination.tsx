interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  readonly texts: {
    readonly label: string;
    readonly previous: string;
    readonly next: string;
    readonly page: (page: number) => string;
  };
}

/** First, last, and two on each side of the present page; 0 stands for a gap. */
export const pageNumbers = (page: number, pages: number): readonly number[] => {
  const shown = new Set([1, pages]);
  for (let near = page - 2; near <= page + 2; near += 1) if (near >= 1 && near <= pages) shown.add(near);
  const sorted = [...shown].sort((one, other) => one - other);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    return before !== undefined && number - before > 1 ? [0, number] : [number];
  });
};

export const Pagination = ({ page, pages, hrefOf, texts }: PaginationProps) => {
  if (pages < 2) return null;
  return (
    <nav className="pagination" aria-label={texts.label}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              {texts.previous}
            </a>
          </li>
        ) : null}
        {pageNumbers(page, pages).map((number, index) =>
          number === 0 ? (
            <li key={index === 1 ? 'gap before' : 'gap after'} aria-hidden="true">
              <span className="gap">…</span>
            </li>
          ) : (
            <li key={number}>
              {number === page ? (
                <span aria-current="page" aria-label={texts.page(number)} role="link" aria-disabled="true">
                  {number}
                </span>
              ) : (
                <a href={hrefOf(number)} aria-label={texts.page(number)}>
                  {number}
                </a>
              )}
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {texts.next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
};
