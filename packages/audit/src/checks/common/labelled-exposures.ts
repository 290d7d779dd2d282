/** Exposures to one audience, each with whether it carried a label of `{{parameter.labels}}` when shown; read in one pass. */
export const labelledExposures = (
  audience: 'minor' | 'older',
): string => `SELECT request, position, item, algorithm, day, hasAny(labels, {{parameter.labels}}) AS struck
FROM {{exposure}} AS every_exposure
WHERE audience = '${audience}'`;

export const exposureRow = "concat(request, '#', toString(position), ' ', item)";
