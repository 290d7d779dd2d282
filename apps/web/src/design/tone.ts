/** What a colour says; always beside words that say it too. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info';

export const toneClass = (tone: Tone): string => (tone === 'plain' ? '' : ` tone-${tone}`);
