/**
 * A statement with some of its subqueries computed once, whatever the number of places in which they stand: the store keeps their rows in memory
 * and reads them from there. Worth it where a subquery gives far fewer rows than it reads.
 * @param subqueries by the name each gets; those that hold others come first. One that stands in one place only is left there.
 */
export const computedOnce = (statement: string, subqueries: Readonly<Record<string, string>>): string => {
  let rest = statement;
  const kept: { readonly name: string; readonly sql: string }[] = [];
  for (const [name, sql] of Object.entries(subqueries)) {
    const place = `(${sql})`;
    const places = [rest, ...kept.map((one) => one.sql)].reduce((sum, text) => sum + text.split(place).length - 1, 0);
    if (places < 2) continue;
    const named = (text: string): string => text.replaceAll(place, () => name);
    rest = named(rest);
    for (const [index, one] of kept.entries()) kept[index] = { ...one, sql: named(one.sql) };
    kept.push({ name, sql });
  }
  if (kept.length === 0) return rest;
  const definitions = kept.toReversed().map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`);
  const others = 'WITH ';
  return `WITH ${definitions.join(',\n')}${rest.startsWith(others) ? `,\n${rest.slice(others.length)}` : `\n${rest}`}`;
};
