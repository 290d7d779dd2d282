import { canonicalVectors } from './canonical-vectors.ts';
import { exportVectors } from './export-vectors.ts';
import { leafVectors } from './leaf-vectors.ts';
import { logVectors } from './log-vectors.ts';
import { merkleVectors } from './merkle-vectors.ts';
import { noteVectors } from './note-vectors.ts';

/** The published test vectors: the text of each file by its name. What is in them and how to use them stands in the README beside them. */
export async function evidenceVectors(): Promise<ReadonlyMap<string, string>> {
  const files: Readonly<Record<string, object>> = {
    'canonical-json.json': canonicalVectors(),
    'merkle.json': merkleVectors(),
    'notes.json': noteVectors(),
    'log.json': logVectors(),
    'leaves.json': leafVectors(),
    'export.json': await exportVectors(),
  };
  return new Map(Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, undefined, 2)}\n`]));
}
