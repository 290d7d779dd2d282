import type { FormValues } from '../../engine/form.ts';

/** Public fields only: lists and notices show it. */
export const titleOf = ({ algorithmName }: FormValues): string =>
  typeof algorithmName === 'string' && algorithmName.trim() !== '' ? algorithmName.trim() : '未命名评估';
