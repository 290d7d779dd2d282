import { describe, expect, test } from 'vitest';
import { deadlineWords, sanctionStepWords } from './clause-words.ts';
import { text } from './text.ts';

describe('a deadline in words', () => {
  const event = text('开始提供服务', 'the service starts');

  test('names length, unit, direction and event', () => {
    expect(
      deadlineWords({ name: 'toFile', length: 10, unit: 'working-day', direction: 'after', event, bearer: 'provider' }),
    ).toEqual({ zh: '开始提供服务之后 10 个工作日', en: '10 working days after: the service starts' });
  });

  test('one is singular, and before is not after', () => {
    expect(
      deadlineWords({ name: 'by', length: 1, unit: 'calendar-day', direction: 'before', event, bearer: 'provider' }),
    ).toEqual({ zh: '开始提供服务之前 1 日（自然日）', en: '1 calendar day before: the service starts' });
  });
});

describe('a step of a sanction in words', () => {
  test('a fine says its trigger, its bounds and its companion', () => {
    expect(
      sanctionStepWords({
        measure: 'fine',
        trigger: 'refusal-or-gravity',
        bounds: { atLeast: 10_000, atMost: 100_000 },
        with: ['suspend-updates'],
      }),
    ).toEqual({
      zh: '拒不改正或者情节严重时：罚款 10,000 至 100,000 元，须与责令暂停信息更新并处',
      en: 'on refusal or where grave: fine of 10,000 to 100,000 yuan, only together with suspension of information updates',
    });
  });

  test('a warning says no amount', () => {
    expect(sanctionStepWords({ measure: 'warning', trigger: 'violation' })).toEqual({
      zh: '违反时：警告',
      en: 'on a breach: warning',
    });
  });
});
