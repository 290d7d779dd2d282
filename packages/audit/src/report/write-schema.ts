import { writeFile } from 'node:fs/promises';
import { reportJsonSchema } from './schema.ts';

/** Writes the report's JSON Schema anew: `node packages/audit/src/report/write-schema.ts`. */
await writeFile(new URL('report.schema.json', import.meta.url), `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
