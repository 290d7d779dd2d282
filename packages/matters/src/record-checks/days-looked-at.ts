/** Days back over which answers are counted; the clause sets none. */
export const answeredDays = 180;
/** Days within which a successful appeal counts as recent; the clause sets none. */
export const recentDays = 90;
