/**
 * Showings of what was synthetic and known to be by then, each with whether it carried its visible label. Two checks judge the same count, by
 * surface: written alike they are read once.
 */
export const shownSynthetic = {
  relation: `SELECT shown.request AS request, shown.position AS position, shown.item AS item, shown.surface AS surface, shown.day AS day, shown.labelled AS labelled
FROM (
  SELECT request, position, item, surface, time, day, has(labels, 'synthetic') AS marked, has(labels, 'synthetic-label-shown') AS labelled
  FROM {{exposure}} AS all_shown
  WHERE has(labels, 'synthetic') OR item IN (SELECT item FROM {{item.history}} AS every_item WHERE synthetic)
) AS shown
LEFT JOIN (
  SELECT item, min(time) AS since FROM {{item.history}} AS marked_items WHERE synthetic GROUP BY item
) AS known ON shown.item = known.item
WHERE shown.marked OR (known.item != '' AND shown.time >= known.since)`,
  parts: { row: "concat(request, '#', toString(position), ' ', item)", must: 'labelled' },
  by: ['surface'],
} as const;
