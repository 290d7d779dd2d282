import type { FormValues } from '../../../engine/form.ts';

/** Fictional names for accounts. */
export const examplePeople = (...accounts: readonly string[]): FormValues => ({
  people: accounts.map((account, index) => ({
    account,
    name: `检查员${'甲乙丙丁戊'.charAt(index % 5)}`,
    certificate: `粤A-${1001 + index}`,
  })),
});
