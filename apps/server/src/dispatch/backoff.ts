/** After so many failures nothing more is tried. */
export const mostAttempts = 8;

const firstPause = 80;
const factor = 3;

/** Seconds until the next attempt after the `attempts`th has failed: 80 s, then three times longer each, so that eight attempts take a day (24 h 18 min). */
export const pauseAfter = (attempts: number): number => firstPause * factor ** (attempts - 1);

export const laterBy = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
