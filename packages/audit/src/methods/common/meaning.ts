import type { Text } from '@suanjian/rulebook';

/**
 * What a parameter means, for `.meta()` of its schema, last of all its calls: zod's own `.describe()` holds one language. The reference page and
 * `suanjian audit --explain` read it back from the JSON Schema with `meaningIn`.
 */
export const meaning = (zh: string, en: string): { readonly meaning: Text } => ({ meaning: { zh, en } });

/** The meaning in the JSON Schema of a parameter. */
export const meaningIn = (property: Readonly<Record<string, unknown>>): Text | undefined => {
  const { meaning: found } = property;
  if (typeof found !== 'object' || found === null || !('zh' in found) || !('en' in found)) return undefined;
  const { zh, en } = found;
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : undefined;
};
