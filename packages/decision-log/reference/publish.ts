// Adds the present version of every record family to what was published: node packages/decision-log/reference/publish.ts
import { existsSync } from 'node:fs';
import { families } from '../src/families/families.ts';
import { publish, publishedFile, readPublished, writePublished } from './published.ts';

const before = existsSync(publishedFile) ? readPublished() : {};
writePublished(publish(Object.values(families), before));
