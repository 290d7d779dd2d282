import { providerParty } from '../../engine/party.ts';

/** Anybody of the provider may sit on its committee; whether somebody does, the command itself looks up. */
export const memberParty = providerParty('officer', 'editor', 'viewer', 'administrator', 'auditor');
