import type { FormValues } from '../../engine/form.ts';

/** A draft may not have a name yet; lists still need something to point at. */
export const titleOf = ({ algorithmName }: FormValues): string =>
  typeof algorithmName === 'string' && algorithmName.trim() !== '' ? algorithmName.trim() : '未命名算法';
