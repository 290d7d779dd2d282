import type { GuidancePage } from './guide-page.ts';
import { forOffices } from './offices.ts';
import { forPeople } from './people.ts';
import { forProviders } from './providers.ts';
import { trainingSets, type TrainingSet } from './training.ts';
import { forWorkers } from './workers.ts';

/** Every page of guidance, by reader. */
export const guidancePages: readonly GuidancePage[] = [...forPeople, ...forWorkers, ...forProviders, ...forOffices];

export const findGuidance = (id: string): GuidancePage | undefined => guidancePages.find((each) => each.id === id);

export const findTraining = (reader: string): TrainingSet | undefined =>
  trainingSets.find((each) => each.reader === reader);
