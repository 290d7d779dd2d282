import { officePerson } from '../../testing/actors.ts';
import { standingNumber, type Step, type Walk } from '../../testing/walk.ts';
import { examplePlan, exampleReport, exampleSeed, exampleTargets, exampleUnfiled } from './examples.ts';

const heads = [officePerson('province', '440000', 'supervisor'), officePerson('nation', '000000', 'supervisor')];

/** Either of them may have begun it. */
const byEither = (command: string, input: unknown): readonly Step[] =>
  heads.map((head): Step => [command, input, head]);

const unfiled = `${String(exampleUnfiled['provider'])}／${String(exampleUnfiled['service'])}`;
const listed = byEither('select-targets', exampleTargets(standingNumber));
const running = [...listed, ...byEither('start', {})];
const drawn = [...running, ...byEither('draw', { seed: exampleSeed })];

const steps: readonly (readonly Step[])[] = [
  [],
  listed,
  running,
  drawn,
  [...drawn, ...byEither('close', exampleReport)],
];

export const walk: Walk = {
  samples: {
    open: [examplePlan],
    'select-targets': [exampleTargets(standingNumber)],
    'drop-target': [{ target: standingNumber }, { target: unfiled }],
    'record-urging': [{ target: unfiled, how: 'letter' }],
    draw: [{ seed: exampleSeed }],
    close: [exampleReport],
  },
  leads: steps.map((each) => () => each),
  people: heads,
};
