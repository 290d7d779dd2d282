const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A plain link: no script, no picture, nothing that tells us who sees it. */
export const badgeSnippet = (number: string, address: string, label: string): string =>
  `<a href="${escaped(address)}" rel="noopener" target="_blank">${escaped(label)} ${escaped(number)}</a>`;
