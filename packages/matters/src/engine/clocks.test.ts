import { addDays, builtInCalendar, civilDate, isWorkingDay, text, type CivilDate } from '@suanjian/rulebook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMatter, matterOf, type ClockChange, type Opened } from './definition.ts';
import type { Instant } from './identity.ts';
import { clockRuns, standingOf } from './clocks.ts';
import type { ClockRules } from './rules.ts';
import type { RecordedEvent } from './run.ts';

/** A matter whose events say what they do to its clock. */
type ProbeEvent = Opened | { readonly type: 'ticked'; readonly change: ClockChange | readonly ClockChange[] };

const m = matterOf<{ readonly status: 'open' }, ProbeEvent>();
const probe = anyMatter(
  m.define({
    kind: 'probe',
    title: text('试验', 'Probe'),
    purpose: text('试验', 'Probe'),
    clauses: [],
    states: {
      open: {
        title: text('开', 'Open'),
        meaning: text('', ''),
        visible: ['provider'],
        tone: 'neutral',
        desk: { side: 'provider' },
      },
    },
    opening: m.opening({
      title: text('', ''),
      help: text('', ''),
      by: [],
      to: 'open',
      input: {} as never,
      decide: () => ({ outcome: 'accepted', events: [] }),
    }),
    commands: {},
    events: { opened: { title: text('开', 'Opened') }, ticked: { title: text('动', 'Ticked') } },
    forms: {},
    links: [],
    begin: () => ({ status: 'open' }),
    evolve: { ticked: (state) => state },
    clocks: {
      answer: {
        title: text('答复', 'Answer'),
        duty: { final: { clause: 'final/25' }, draft: { clause: 'draft/21' } },
        bearer: 'office',
        change: (event) => (event.type === 'ticked' ? event.change : undefined),
      },
      ending: {
        title: text('注销', 'Ending'),
        duty: { final: { clause: 'final/24.3' }, draft: { clause: 'draft/20.3' } },
        bearer: 'provider',
        change: () => undefined,
      },
    },
    summary: () => ({ title: '' }),
  }),
);

const rules: ClockRules = { calendar: builtInCalendar };

const stream = (
  ...steps: readonly (readonly [string, ClockChange | readonly ClockChange[]])[]
): readonly RecordedEvent[] =>
  [['2022-01-01', undefined] as const, ...steps].map(([on, change], index) => ({
    event: change === undefined ? { type: 'opened', owner: null, place: '000000' } : { type: 'ticked', change },
    meta: {
      position: index + 1,
      at: `${on}T02:00:00.000Z` as Instant,
      on: civilDate(on),
      actor: { kind: 'operator' },
      edition: 'final',
      command: 'tick',
    },
  }));

const start = (date: string): ClockChange => ({ change: 'start', event: civilDate(date) });
const only = (events: readonly RecordedEvent[], given = rules) => {
  const runs = clockRuns(probe, events, given);
  expect(runs).toHaveLength(1);
  const [run] = runs;
  if (run === undefined) throw new Error('no run');
  return run;
};

describe('a clock', () => {
  it('runs for several things at once, each started and ended on its own', () => {
    const keyed = (key: string, change: ClockChange): ClockChange => ({ ...change, key });
    const runs = clockRuns(
      probe,
      stream(
        ['2026-03-02', [keyed('first', start('2026-03-02')), keyed('second', start('2026-03-03'))]],
        ['2026-03-04', keyed('first', { change: 'stop' })],
        ['2026-03-05', { change: 'stop' }],
        ['2026-03-06', keyed('first', start('2026-03-06'))],
      ),
      rules,
    );
    expect(runs.map(({ run, key, receipt, end }) => [run, key, receipt.event, end?.on])).toEqual([
      [1, 'first', '2026-03-02', '2026-03-04'],
      [2, 'second', '2026-03-03', undefined],
      [3, 'first', '2026-03-06', undefined],
    ]);
  });

  it('runs from its event by the clause of the edition in force on that day', () => {
    const run = only(stream(['2026-03-02', start('2026-03-02')]));
    expect(run).toMatchObject({ name: 'answer', run: 1, bearer: 'office', startedAt: 2 });
    expect(run.receipt).toMatchObject({
      clause: 'final/25',
      edition: 'final',
      event: '2026-03-02',
      due: '2026-04-14',
      length: 30,
    });
  });

  it('follows the edition that the installation has chosen', () => {
    expect(only(stream(['2026-03-02', start('2026-03-02')]), { ...rules, chosenEdition: 'draft' }).receipt.clause).toBe(
      'draft/21',
    );
  });

  it('counts what began before the rule from the day it came into force', () => {
    expect(only(stream(['2022-01-10', start('2019-05-01')])).receipt).toMatchObject({
      event: '2022-03-01',
      edition: 'final',
    });
  });

  it('moves with its event while it runs, and does not begin again', () => {
    const run = only(stream(['2026-03-02', start('2026-03-02')], ['2026-03-05', start('2026-03-04')]));
    expect(run).toMatchObject({ run: 1, startedAt: 2, receipt: { event: '2026-03-04' } });
  });

  it('begins the next run once the last one has ended', () => {
    const runs = clockRuns(
      probe,
      stream(
        ['2026-03-02', start('2026-03-02')],
        ['2026-03-10', { change: 'stop' }],
        ['2026-03-12', start('2026-03-12')],
      ),
      rules,
    );
    expect(runs.map(({ run, end, receipt }) => [run, end?.how, receipt.event])).toEqual([
      [1, 'stopped', '2026-03-02'],
      [2, undefined, '2026-03-12'],
    ]);
  });

  it('ignores being stopped, suspended or resumed when it does not run', () => {
    expect(
      clockRuns(
        probe,
        stream(
          ['2026-03-02', { change: 'stop' }],
          ['2026-03-03', { change: 'suspend' }],
          ['2026-03-04', { change: 'resume' }],
        ),
        rules,
      ),
    ).toEqual([]);
  });

  it('stands still while it is suspended, and is the longer for it', () => {
    const plain = only(stream(['2026-03-02', start('2026-03-02')])).receipt.due;
    const suspended = stream(['2026-03-02', start('2026-03-02')], ['2026-03-09', { change: 'suspend' }]);
    expect(standingOf(only(suspended), civilDate('2026-12-01'))).toBe('suspended');
    const resumed = only(
      stream(
        ['2026-03-02', start('2026-03-02')],
        ['2026-03-09', { change: 'suspend' }],
        ['2026-03-16', { change: 'resume' }],
      ),
    );
    expect(resumed.suspensions).toEqual([{ from: '2026-03-09', to: '2026-03-16' }]);
    // Five working days were lost, 10 to 16 March.
    expect(resumed.receipt.length).toBe(35);
    expect(resumed.receipt.due > plain).toBe(true);
  });
});

describe('where a clock stands', () => {
  const run = only(stream(['2026-03-02', start('2026-03-02')]));
  it.each([
    ['2026-04-13', 'running'],
    ['2026-04-14', 'due-today'],
    ['2026-04-15', 'late'],
  ])('on %s it is %s', (today, standing) => expect(standingOf(run, civilDate(today))).toBe(standing));

  it.each([
    ['2026-04-14', 'stop', 'met'],
    ['2026-04-15', 'stop', 'missed'],
    ['2026-04-15', 'lift', 'lifted'],
  ] as const)('ended on %s by %s it was %s, whatever day it is now', (on, how, standing) => {
    const ended = only(stream(['2026-03-02', start('2026-03-02')], [on, { change: how }]));
    for (const today of ['2026-04-14', '2027-01-01']) expect(standingOf(ended, civilDate(today))).toBe(standing);
  });
});

describe('whatever happens to a clock', () => {
  const changes = fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 20 }),
      kind: fc.constantFrom('start', 'stop', 'suspend', 'resume', 'lift'),
    }),
    { maxLength: 12 },
  );

  const streamOf = (steps: readonly { days: number; kind: string }[]): readonly RecordedEvent[] => {
    let on: CivilDate = civilDate('2024-01-02');
    return stream(
      ...steps.map(({ days, kind }): readonly [string, ClockChange] => {
        on = addDays(on, days);
        return [on, kind === 'start' ? start(on) : ({ change: kind } as ClockChange)];
      }),
    );
  };

  it('at most one run is open, runs are numbered without gaps, and a due day of working days is one', () => {
    fc.assert(
      fc.property(changes, (steps) => {
        const runs = clockRuns(probe, streamOf(steps), rules);
        expect(runs.map(({ run }) => run)).toEqual(runs.map((_, index) => index + 1));
        expect(runs.slice(0, -1).every(({ end }) => end !== undefined)).toBe(true);
        for (const { receipt } of runs) expect(isWorkingDay(builtInCalendar, receipt.due).working).toBe(true);
      }),
    );
  });

  it('events that come later never change how an ended run ended', () => {
    fc.assert(
      fc.property(changes, changes, (before, after) => {
        const whole = clockRuns(probe, streamOf([...before, ...after]), rules);
        for (const [index, run] of clockRuns(probe, streamOf(before), rules).entries())
          if (run.end !== undefined) expect(whole[index]).toEqual(run);
      }),
    );
  });
});
