import { describe, expect, it } from 'vitest';
import { editions } from '@suanjian/rulebook';
import { matterDefinitions } from './index.ts';

const answers = editions.flatMap(({ clauses }) =>
  clauses.flatMap(({ id, answers: given }) => given.map((answer) => ({ clause: id, ...answer }))),
);
const kinds = new Set(matterDefinitions.map(({ kind }) => kind));
const clocks = new Set(
  matterDefinitions.flatMap(({ kind, clocks: own }) => Object.keys(own).map((name) => `${kind}/${name}`)),
);

describe('what the rulebook says answers a clause', () => {
  it('is there, where it is a matter said to work', () => {
    const claimed = answers.filter(({ kind, status }) => kind === 'matter' && status === 'working');
    expect(claimed.length).toBeGreaterThan(0);
    expect(claimed.filter(({ name }) => !kinds.has(name))).toEqual([]);
  });

  it('is there, where it is a clock said to work', () => {
    const claimed = answers.filter(({ kind, status }) => kind === 'clock' && status === 'working');
    expect(claimed.length).toBeGreaterThan(0);
    expect(claimed.filter(({ name }) => !clocks.has(name))).toEqual([]);
  });

  it('is not called planned once it is there', () => {
    expect(
      answers.filter(({ kind, name, status }) => kind === 'matter' && status === 'planned' && kinds.has(name)),
    ).toEqual([]);
  });

  it('counts the days of every clock by a clause that names this matter or its clock', () => {
    for (const { kind, clocks: own } of matterDefinitions)
      for (const [name, { duty }] of Object.entries(own))
        for (const { clause } of Object.values(duty)) {
          const served = answers.filter(
            (answer) => answer.clause === clause && (answer.name === kind || answer.name === `${kind}/${name}`),
          );
          expect(
            served.length,
            `${kind}/${name} counts by ${clause}, whose \`answers\` in packages/rulebook/src/editions name neither the matter nor this clock`,
          ).toBeGreaterThan(0);
        }
  });
});
