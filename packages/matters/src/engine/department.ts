/** A department that the rules name (final/3.1, final/3.2), or `other`. */
export type Department = 'network' | 'telecom' | 'police' | 'market' | 'other';

/** As operators write them; the first that is found in the name counts. */
const words: readonly (readonly [Department, readonly string[]])[] = [
  ['network', ['network', 'cyberspace', '网信', '互联网信息办公室', '网络安全和信息化']],
  ['telecom', ['telecom', '电信', '通信管理', '工业和信息化', '工信']],
  ['police', ['police', 'public-security', '公安']],
  ['market', ['market', '市场监管', '市场监督管理']],
];

/** Which department an office is of, by the name that it was set up with. */
export const departmentOf = (name: string): Department => {
  const folded = name.toLowerCase();
  return words.find(([, known]) => known.some((word) => folded.includes(word)))?.[0] ?? 'other';
};
