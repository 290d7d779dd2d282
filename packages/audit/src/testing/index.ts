export { prepareLogTables } from '../checks/testing/example-log.ts';
export { requestOf, reducedRows, type Asking } from '../methods/testing/ask-method.ts';
export { nullDesigns, type NullDesign } from '../methods/testing/null-tables.ts';
export { clopperPearsonInterval } from '../statistics/proportions.ts';
export { seededRandom, type Random } from '../statistics/random.ts';
export { judge, nullOf } from '../statistics/verdict.ts';
export type { Estimation } from '../engine/method.ts';
