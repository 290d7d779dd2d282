import type { WatchedIndicatorAnswer } from '@suanjian/contracts';
import type { FieldDefinition, FormDefinition, FormValues } from '@suanjian/matters';
import { text, type Text } from '@suanjian/rulebook';
import { z } from 'zod';
import { versionTexts } from '../texts/monitoring-version.ts';

/** What of a version an office changes; the rest stays as it was. */
const changeable = z.looseObject({
  title: z.object({ zh: z.string(), en: z.string() }),
  meaning: z.object({ zh: z.string(), en: z.string() }),
  direction: z.string(),
  threshold: z.number(),
  rates: z.object({ perSeries: z.number(), perDay: z.number() }),
  season: z.string().optional(),
  history: z.object({ days: z.number(), atLeast: z.number() }),
});
type Changeable = z.infer<typeof changeable>;

const step = 'version';
const field = (
  label: Text,
  help: Text,
  control: FieldDefinition['control'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({ label, help, control, secrecy: 'public', step, ...more });
const words = (label: Text, lines?: number) =>
  field(label, versionTexts.wordsHelp, { kind: 'text', longest: 400, ...(lines === undefined ? {} : { lines }) });
const choice = (...options: readonly (readonly [string, Text])[]): FieldDefinition['control'] => ({
  kind: 'choice',
  options: options.map(([value, label]) => ({ value, label })),
});
const percent = text('%', '%');
const days = text('天', 'days');

/** The form in which a new version is written: drawn and checked like every other form. */
export const versionForm: FormDefinition = {
  name: 'indicator-version',
  steps: [{ name: step, title: versionTexts.title, intro: versionTexts.intro }],
  fields: {
    titleZh: words(versionTexts.titleZh),
    titleEn: words(versionTexts.titleEn),
    meaningZh: words(versionTexts.meaningZh, 3),
    meaningEn: words(versionTexts.meaningEn, 3),
    direction: field(
      versionTexts.direction,
      versionTexts.directionHelp,
      choice(['up', versionTexts.up], ['down', versionTexts.down], ['either', versionTexts.either]),
    ),
    threshold: field(versionTexts.threshold, versionTexts.thresholdHelp, {
      kind: 'number',
      atLeast: 0.000001,
      atMost: 1000,
    }),
    season: field(
      versionTexts.season,
      versionTexts.seasonHelp,
      choice(['weekdays', versionTexts.weekdays], ['none', versionTexts.none]),
    ),
    historyDays: field(versionTexts.historyDays, versionTexts.historyDaysHelp, {
      kind: 'number',
      atLeast: 28,
      atMost: 180,
      unit: days,
    }),
    atLeast: field(versionTexts.atLeast, versionTexts.atLeastHelp, {
      kind: 'number',
      atLeast: 21,
      atMost: 180,
      unit: days,
    }),
    perSeries: field(versionTexts.perSeries, versionTexts.perSeriesHelp, {
      kind: 'number',
      atLeast: 0.000001,
      atMost: 5,
      unit: percent,
    }),
    perDay: field(versionTexts.perDay, versionTexts.perDayHelp, {
      kind: 'number',
      atLeast: 0.000001,
      atMost: 20,
      unit: percent,
    }),
  },
};

const inPercent = (share: number): number => Number((share * 100).toPrecision(6));
const asShare = (value: unknown): number => Number((Number(value) / 100).toPrecision(6));
const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A version as values of the form. */
export const valuesOf = ({ definition }: Pick<WatchedIndicatorAnswer, 'definition'>): FormValues => {
  const { title, meaning, direction, threshold, rates, season = 'weekdays', history } = changeable.parse(definition);
  return {
    titleZh: title.zh,
    titleEn: title.en,
    meaningZh: meaning.zh,
    meaningEn: meaning.en,
    direction,
    threshold,
    season,
    historyDays: history.days,
    atLeast: history.atLeast,
    perSeries: inPercent(rates.perSeries),
    perDay: inPercent(rates.perDay),
  };
};

/** The version that somebody has written: that before it with what was changed. */
export const definitionOfVersion = (
  { definition }: Pick<WatchedIndicatorAnswer, 'definition'>,
  version: number,
  values: FormValues,
): Changeable => ({
  ...changeable.parse(definition),
  version,
  title: { zh: wordsIn(values['titleZh']), en: wordsIn(values['titleEn']) },
  meaning: { zh: wordsIn(values['meaningZh']), en: wordsIn(values['meaningEn']) },
  direction: wordsIn(values['direction']),
  threshold: Number(values['threshold']),
  season: wordsIn(values['season']),
  history: { days: Number(values['historyDays']), atLeast: Number(values['atLeast']) },
  rates: { perSeries: asShare(values['perSeries']), perDay: asShare(values['perDay']) },
});

const plainly = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const shownAs = ({ control }: FieldDefinition, value: unknown): Text => {
  if (control.kind === 'choice')
    return control.options.find((option) => option.value === value)?.label ?? text(plainly(value), plainly(value));
  const unit = control.kind === 'number' && control.unit !== undefined ? control.unit : undefined;
  const plain = plainly(value);
  return unit === undefined ? text(plain, plain) : text(`${plain} ${unit.zh}`, `${plain} ${unit.en}`);
};

export interface VersionDifference {
  readonly label: Text;
  readonly before: Text;
  readonly after: Text;
}

/** What one version says otherwise than another. */
export const versionDifferences = (before: FormValues, after: FormValues): readonly VersionDifference[] =>
  Object.entries(versionForm.fields).flatMap(([name, definition]) =>
    plainly(before[name]) === plainly(after[name])
      ? []
      : [
          {
            label: definition.label,
            before: shownAs(definition, before[name]),
            after: shownAs(definition, after[name]),
          },
        ],
  );
