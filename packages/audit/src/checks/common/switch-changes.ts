/** A number stands for a person: joined by two texts it would take twice as long. */
export const person = 'cityHash64(provider, user) AS person';

/**
 * The moments at which a switch of a person changed (personalisation off, minors mode on …), as a SELECT over `control`: `person`, `changed`
 * and `holds`; `which` keeps those rows that can matter. Saying again what holds already changes nothing, so that time counts from the first saying; of two at one instant `on` counts.
 * A person has another pseudonym in each epoch: an epoch knows what was restated at its beginning and nothing of the one before.
 */
export const switchChanges = (on: string, off: string, which = 'true'): string => `SELECT person, changed, holds
FROM (
  SELECT person, changed, holds,
    lagInFrame(holds, 1, 0) OVER (PARTITION BY person ORDER BY changed ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS held
  FROM (
    SELECT ${person}, time AS changed, max(toUInt8(action = '${on}')) AS holds
    FROM {{control.history}} AS said
    WHERE action IN ('${on}', '${off}') AND ${which}
    GROUP BY person, time
  ) AS moments
) AS told
WHERE holds != held`;

/** People who ever turned a switch on; a small set to cut a large family by before anything is joined. */
export const everSwitched = (on: string): string =>
  `SELECT user FROM {{control.history}} AS ever_switched WHERE action = '${on}'`;
