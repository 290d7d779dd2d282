import { bodyPerson } from '../../testing/actors.ts';
import type { Walk } from '../../testing/walk.ts';
import { exampleFacts } from '../filing/definition.ts';
import { exampleBody, exampleVersion } from '../standard/examples.ts';

const body = bodyPerson('association', 'officer');
const from = exampleFacts.today;
const adoption = { body: '示例行业协会', code: 'TSJ-01', version: '1.0' };

export const walk: Walk = {
  before: async (told) => {
    const list = await told.open('standard', exampleBody, body);
    for (const version of ['1.0', '1.1']) await told.give(list, 'publish', { ...exampleVersion, from, version }, body);
  },
  samples: { open: [adoption], move: [{ version: '1.1' }, { version: '1.0' }] },
};
