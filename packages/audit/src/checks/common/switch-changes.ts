/**
 * The moments at which a switch of a person changed (personalisation off, minors mode on …), as a SELECT over `control`: `provider`, `user`,
 * `changed` and `holds`. Saying again what holds already changes nothing, so that time counts from the first saying; of two at one instant `on` counts.
 * A person has another pseudonym in each epoch: an epoch knows what was restated at its beginning and nothing of the one before.
 */
export const switchChanges = (on: string, off: string): string => `SELECT provider, user, changed, holds
FROM (
  SELECT provider, user, changed, holds,
    lagInFrame(holds, 1, 0) OVER (PARTITION BY provider, user ORDER BY changed ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS held
  FROM (
    SELECT provider, user, time AS changed, max(toUInt8(action = '${on}')) AS holds
    FROM {{control.history}} AS said
    WHERE action IN ('${on}', '${off}')
    GROUP BY provider, user, time
  ) AS moments
) AS told
WHERE holds != held`;

/** People who ever turned a switch on; a small set to cut a large family by before anything is joined. */
export const everSwitched = (on: string): string =>
  `SELECT user FROM {{control.history}} AS ever_switched WHERE action = '${on}'`;
