import { officeLevels, officeParty, providerParty } from '../../engine/party.ts';

export const officials = officeParty(officeLevels, 'reviewer', 'supervisor');
export const heads = officeParty(officeLevels, 'supervisor');
export const company = providerParty('officer');
