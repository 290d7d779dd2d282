import { createHash } from 'node:crypto';
import { answers, checksOfRecords } from '@suanjian/rulebook';
import { beforeAll, describe, expect, test } from 'vitest';
import { familyNames, type FamilyName } from '../../families/families.ts';
import { GenerateFault } from '../fault.ts';
import { generateLog, type GenerateOptions } from '../generate.ts';
import { optionsOf } from '../testing/generated.ts';
import type { Plant } from './plant.ts';
import { parsePlant, plantNames, plants } from './plants.ts';

const checkNames = new Set(Object.values(answers.checks).map(({ name }) => name));
const traitSubject = (user: string): string => user.replace('p1_', 'p2_');
const sizing = { rows: 20_000, days: 8, seed: 26, traitSubject } as const;

const hashes = (options: GenerateOptions): Map<FamilyName, string> => {
  const each = new Map(familyNames.map((name) => [name, createHash('sha256')]));
  for (const { family, ndjson } of generateLog(options)) each.get(family)?.update(ndjson);
  return new Map([...each].map(([name, hash]) => [name, hash.digest('hex')]));
};

describe('the list of plants', () => {
  test.each(plantNames)('%s says what it is, how large it may be and which check looks for it', (name) => {
    const plant: Plant = plants[name];
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    for (const words of [plant.title, plant.size]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/[a-z]/);
    }
    expect(plant.least).toBeLessThanOrEqual(plant.usual);
    expect(plant.usual).toBeLessThanOrEqual(plant.most);
    for (const check of [plant.check, ...(plant.also ?? [])]) expect(checkNames).toContain(check);
    expect(plant.families.length).toBeGreaterThan(0);
    expect(parsePlant(`${name}=${plant.usual}`)).toEqual([name, plant.usual]);
  });

  test('has something for every check that a log can decide', () => {
    const elsewhere = new Set(checksOfRecords);
    const planted = new Set(plantNames.flatMap((name) => [plants[name].check, ...(plants[name].also ?? [])]));
    expect([...checkNames].filter((name) => !planted.has(name) && !elsewhere.has(name))).toEqual([]);
  });

  test.each([
    ['no-such-thing=1', /no-such-thing/],
    ['opt-out-leak', /opt-out-leak/],
    ['opt-out-leak=', /opt-out-leak/],
    ['opt-out-leak=2', /from 0.000001 to 1/],
    ['opt-out-leak=0', /0.002/],
    ['opt-out-leak=half', /number/],
    ['opt-out-leak=0.1=0.2', /number/],
    ['own-boost=1.5', /whole/],
    ['constructor=1', /constructor/],
  ])('refuses %s', (words, message) => {
    expect(() => parsePlant(words)).toThrow(GenerateFault);
    expect(() => parsePlant(words)).toThrow(message);
  });
});

describe('a plant', () => {
  let clean: Map<FamilyName, string>;
  beforeAll(() => {
    clean = hashes(optionsOf(sizing));
  });

  // Shares at their largest, so that they show in a small log.
  const large = (plant: Plant): number => (plant.most === 1 && !plant.whole ? 1 : plant.usual);

  test.each(plantNames)('%s changes the families it names and no byte of the others', (name) => {
    const plant: Plant = plants[name];
    const planted = hashes(optionsOf(sizing, `${name}=${large(plant)}`));
    const changed = familyNames.filter((family) => planted.get(family) !== clean.get(family));
    expect(changed.toSorted()).toEqual(plant.families.toSorted());
  });

  test('changes nothing of another', () => {
    const both = hashes(optionsOf(sizing, 'price-by-tenure=0.1', 'opt-out-leak=0.5'));
    const price = hashes(optionsOf(sizing, 'price-by-tenure=0.1'));
    const leak = hashes(optionsOf(sizing, 'opt-out-leak=0.5'));
    expect(both.get('quote')).toBe(price.get('quote'));
    expect(both.get('exposure')).toBe(leak.get('exposure'));
  });
});
