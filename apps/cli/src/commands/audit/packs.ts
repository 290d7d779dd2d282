import { loadPack, methodOf, type Check } from '@suanjian/audit';

/** The house's checks with those of these folders. @throws PackFault */
export const addPacks = async (builtIn: readonly Check[], folders: readonly string[]): Promise<readonly Check[]> => {
  let checks = builtIn;
  for (const folder of folders) checks = [...checks, ...(await loadPack(folder, { methodOf, checks }))];
  return checks;
};
