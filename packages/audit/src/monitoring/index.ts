export { defaultIndicators } from './default-pack.ts';
export {
  algorithmSubject,
  daysOfBundle,
  longestPeriod,
  observationsIn,
  pooled,
  shownValue,
  wholeProvider,
  type Figure,
  type Observation,
  type Part,
  type Subject,
} from './figures.ts';
export { indicatorSchema, levels, officeRate, sourceKey, themes, type Indicator, type Theme } from './indicator.ts';
export { officeDay, type OfficeDay, type Warned } from './office-day.ts';
export { replay, type Replay } from './replay.ts';
export { expectedOf, judgeDay, type Expected, type Judged, type Series } from './series.ts';
