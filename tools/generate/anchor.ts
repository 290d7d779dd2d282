/** A fragment that stays the same when a heading is reworded. */
export const anchorOf = (id: string): string => id.replaceAll(/[/.]/g, '-');
