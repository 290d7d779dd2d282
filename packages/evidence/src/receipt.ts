import { hash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/**
 * The commitment a receipt carries to any plain data (a report, a mapping, parameters): SHA-256 over its canonical JSON, in lower-case hexadecimal.
 * Throws an `EvidenceFault` where the data has no canonical form.
 */
export const commitmentOf = (data: unknown): string => hash('sha256', canonicalJson(data), 'hex');
