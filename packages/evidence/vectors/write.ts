// `node packages/evidence/vectors/write.ts`: writes the published test vectors anew.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceVectors } from './vectors.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/reference/test-vectors');

mkdirSync(FOLDER, { recursive: true });
for (const [name, content] of await evidenceVectors()) writeFileSync(join(FOLDER, name), content);
