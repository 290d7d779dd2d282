import { providerPerson } from '../../testing/actors.ts';
import type { Walk } from '../../testing/walk.ts';
import { exampleFacts, exampleSubject } from '../filing/definition.ts';
import { exampleBody, exampleVersion } from '../standard/examples.ts';

const officer = providerPerson('yunling', 'officer');
const from = exampleFacts.today;
const adoption = { body: exampleSubject.name, code: 'TSJ-01', version: '1.0' };

export const walk: Walk = {
  before: async (told) => {
    const list = await told.open('standard', exampleBody, officer);
    for (const version of ['1.0', '1.1'])
      await told.give(list, 'publish', { ...exampleVersion, from, version }, officer);
  },
  samples: { open: [adoption], move: [{ version: '1.1' }, { version: '1.0' }] },
};
