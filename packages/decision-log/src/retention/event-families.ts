import type { FamilyName } from '../families/families.ts';

/**
 * Families of events: what happened is all there is to them. The others state what holds from then on (who switched personalisation off, what an item is), so that later days are
 * not understood without them.
 */
export const eventFamilies: readonly FamilyName[] = ['exposure', 'quote', 'dispatch', 'engagement', 'chart'];

export const isEventFamily = (name: string): boolean => eventFamilies.some((family) => family === name);
