import { text, type Text } from '@suanjian/rulebook';

export const inWindow = (window: number | undefined): Text =>
  window === undefined ? text('整屏', 'the whole slate') : text(`连续 ${window} 位`, `${window} places in a row`);
