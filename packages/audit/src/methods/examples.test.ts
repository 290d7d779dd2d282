import type { LogStore } from '@suanjian/decision-log';
import { onEveryStore } from '@suanjian/decision-log/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { methods } from './methods.ts';
import { askMethod } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';
import { unmet } from './testing/expectations.ts';

/** What the embedded store answered, for the cluster to say the same. */
const answers = new Map<string, string>();

onEveryStore(({ kind, open }) => {
  let store: LogStore;
  beforeAll(async () => {
    store = await open();
  });

  describe.each(methods.map((method) => [method.id, method] as const))('%s', (id, method) => {
    test.each(method.examples.map((example, index) => [example.title.en, index, example] as const))(
      '%s',
      async (title, index, example) => {
        const table = await loadExample(store, `${id.replaceAll('-', '_')}_${index}`, example.table);
        const units = await askMethod(store.auditor, method, table, example);
        expect(unmet(example.expect, units)).toEqual([]);
        const answer = JSON.stringify(units);
        const key = `${id}: ${title}`;
        if (kind === 'embedded') answers.set(key, answer);
        else expect(answer).toBe(answers.get(key) ?? answer);
      },
    );
  });
});

test('every method shows a pass, a failure and too little, in both languages', () => {
  for (const method of methods) {
    const verdicts = new Set(method.examples.flatMap(({ expect: expected }) => expected.map(({ verdict }) => verdict)));
    expect([method.id, method.examples.length]).toEqual([method.id, Math.max(4, method.examples.length)]);
    if (method.id !== 'describe')
      expect([method.id, ...verdicts]).toEqual(expect.arrayContaining(['pass', 'fail', 'not-enough-data']));
    for (const sentence of [
      method.title,
      method.question,
      method.statistics,
      ...method.parts.map(({ meaning }) => meaning),
      ...method.examples.map(({ title }) => title),
    ]) {
      expect(sentence.zh).toMatch(/\p{Script=Han}/u);
      expect(sentence.en).toMatch(/[A-Za-z]/u);
      expect(sentence.en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(method.references.length).toBeGreaterThan(0);
  }
});
