import { officeParty } from '../../engine/party.ts';

/** Whoever deals with complaints at an office. */
export const office = officeParty(['nation', 'province'], 'reviewer', 'supervisor');
