/** Beyond this a list is not counted: its total says "at least". */
export const mostCounted = 200;

/** Beyond this a list is not paged through: whoever looks for something among more than that narrows the question. */
export const mostPaged = 10_000;
