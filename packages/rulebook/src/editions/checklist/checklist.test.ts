import { expect, test } from 'vitest';
import { checklist } from './index.ts';

const items = checklist.clauses.filter(({ number }) => /^\d+$/.test(number));

test('27 items in order, then the timetable', () => {
  expect(checklist.clauses.map(({ number }) => number)).toEqual([
    ...Array.from({ length: 27 }, (_, index) => String(index + 1)),
    'plan.1',
    'plan.2',
    'plan.3',
    'plan.4',
  ]);
});

test('six families, each heading naming its own in both languages', () => {
  const sizes = (separator: string, language: 'zh' | 'en') =>
    [...Map.groupBy(items, ({ heading }) => heading[language].split(separator, 1)[0])].map(
      ([family, members]) => [family, members.length] as const,
    );
  expect(sizes('：', 'zh')).toEqual([
    ['信息茧房', 8],
    ['热搜榜单', 3],
    ['劳动者权益', 4],
    ['大数据杀熟', 5],
    ['向上向善', 4],
    ['主体责任', 3],
  ]);
  expect(sizes(':', 'en').map(([, size]) => size)).toEqual([8, 3, 4, 5, 4, 3]);
});

test('every item binds the provider and is crosswalked to the regulation', () => {
  for (const item of items) {
    expect(item.who, item.id).toEqual(['provider']);
    expect(
      item.crosswalk.some(({ clause }) => clause.startsWith('final/')),
      item.id,
    ).toBe(true);
  }
});

test('only item 23 is an encouragement', () => {
  expect(items.filter(({ advisory }) => advisory).map(({ number }) => number)).toEqual(['23']);
});

test('the timetable names its dates in both languages', () => {
  const plan = (step: number) => checklist.clauses.find(({ number }) => number === `plan.${step}`)?.text;
  expect(plan(1)?.zh).toContain('2024年12月31日');
  expect(plan(1)?.en).toContain('31 December 2024');
  expect(plan(2)?.zh).toContain('2025年1月1日');
  expect(plan(2)?.en).toContain('31 January 2025');
  expect(plan(3)?.zh).toContain('2025年2月14日');
  expect(plan(3)?.en).toContain('14 February 2025');
  expect(checklist).toMatchObject({ inForceFrom: '2024-11-12', inForceUntil: '2025-02-14' });
});
