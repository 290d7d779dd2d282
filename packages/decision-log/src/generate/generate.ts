import { text, type CivilDate } from '@suanjian/rulebook';
import { Accounts } from './families/account.ts';
import { Charts } from './families/chart.ts';
import { Controls } from './families/control.ts';
import { Dispatches } from './families/dispatch.ts';
import { Engagements } from './families/engagement.ts';
import { ExposureWriter } from './families/exposure-writer.ts';
import { declarationsOf, ItemFacts } from './families/facts.ts';
import { Quotes } from './families/quote.ts';
import { Slates } from './families/slates.ts';
import { Traits } from './families/trait.ts';
import { GenerateFault } from './fault.ts';
import { Output, type GeneratedBatch } from './output.ts';
import { PersonDay } from './person-day.ts';
import { plantStream, rulesOf, type Emit, type Hooks, type World } from './plants/plant.ts';
import { checkPlant, plants, type PlantName } from './plants/plants.ts';
import { Stream } from './random.ts';
import { Schedule } from './schedule.ts';
import { civilDay, DAY, settingsOf, type Settings } from './settings.ts';
import { Catalogue } from './world/catalogue.ts';
import { Coupons } from './world/coupons.ts';
import { destinations } from './world/destinations.ts';
import { Market } from './world/market.ts';
import { Moderation } from './world/moderation.ts';
import { blankPerson, People } from './world/people.ts';
import { Pseudonyms } from './world/pseudonym.ts';

export interface GenerateOptions {
  /** Exposures, exactly; the other families come in proportion. */
  readonly rows: number;
  readonly days: number;
  readonly seed: number;
  /** The first civil day (Asia/Shanghai). */
  readonly from: CivilDate;
  /** What the log calls the provider; `demo-platform` when absent. */
  readonly provider?: string;
  /** Violations by name and size. */
  readonly plants?: ReadonlyMap<PlantName, number>;
  /** A person under the key of traits. Without it no traits are written. */
  readonly traitSubject?: (user: string) => string;
}

const hooksOf = (options: GenerateOptions, world: World): Hooks[] =>
  [...(options.plants ?? [])].map(([name, size]) => {
    checkPlant(name, size);
    const plant = plants[name];
    if (plant.needsTraits === true && options.traitSubject === undefined)
      throw new GenerateFault(
        text(
          `植入项 ${name} 需要受保护特征：请同时生成特征。`,
          `${name} shows only with protected traits: generate traits too.`,
        ),
      );
    return plant.hooks(size, world, plantStream(options.seed, name));
  });

/** Share of days on which a person comes at all. */
const COMES = 0.2;

/** Gives the day's page views to people, by how busy they are and what kind of day they have. */
function* allot(people: People, mood: Stream, day: number, pages: number): Generator<readonly [number, number]> {
  const weight = (index: number): number => {
    const comes = mood.unit(index, day) / COMES;
    return comes >= 1 || (people.registered[index] ?? 0) > day ? 0 : (people.activity[index] ?? 0) * (0.5 + comes);
  };
  let total = 0;
  for (let index = 0; index < people.count; index++) total += weight(index);
  let reached = 0;
  let given = 0;
  // Away from 0 and 1, so that rounding cannot lose a page view.
  const offset = 0.05 + 0.9 * mood.unit(-1, day);
  for (let index = 0; index < people.count; index++) {
    reached += weight(index);
    const until = Math.min(pages, Math.floor((reached / total) * pages + offset));
    yield [index, until - given];
    given = until;
  }
}

/**
 * The log of a realistic platform, day by day: users, items, authors, prices, workers and charts, with the violations that were
 * planted and nothing else amiss. The same options give the same bytes. Memory does not grow with the days: about 300 bytes for each person.
 * Rows of a batch belong to one civil day; within a day they come person by person.
 */
export function* generateLog(options: GenerateOptions): Generator<GeneratedBatch> {
  const settings: Settings = settingsOf({ provider: 'demo-platform', ...options });
  const catalogue = new Catalogue(settings);
  const moderation = new Moderation(settings, catalogue);
  const people = new People(settings);
  const market = new Market(settings);
  const coupons = new Coupons(settings);
  const world: World = {
    settings,
    people,
    catalogue,
    moderation,
    market,
    coupons,
    pseudonyms: new Pseudonyms(settings.seed),
  };
  const rules = rulesOf(hooksOf(options, world));
  const output = new Output(rules);
  const emit: Emit = (family, row) => output.emit(family, row);
  const slates = new Slates(catalogue, moderation, new Stream(settings.seed, 'impersonal'), people.count);
  const accounts = new Accounts(settings);
  const facts = new ItemFacts(settings, catalogue);
  const traits = new Traits(settings);
  const charts = new Charts(settings, moderation);
  const dispatches = new Dispatches(settings);
  const personDay = new PersonDay({
    settings,
    people,
    schedule: new Schedule(people, new Stream(settings.seed, 'schedule')),
    slates,
    writer: new ExposureWriter(settings, catalogue),
    engagements: new Engagements(settings, catalogue, coupons, destinations, new Stream(settings.seed, 'engagement')),
    quotes: new Quotes(settings, market, people, new Stream(settings.seed, 'quotes')),
    controls: new Controls(settings, people),
    accounts,
    output,
    rules,
  });
  const mood = new Stream(settings.seed, 'mood');
  const anybody = blankPerson();

  for (let day = 0; day < settings.days; day++) {
    const dayStart = settings.start + day * DAY;
    const today = ({ time }: { readonly time: number }): boolean => time >= dayStart && time < dayStart + DAY;
    output.beginDay(civilDay(settings, day));
    catalogue.open(day);
    slates.beginDay(day);
    if (day === 0) {
      for (const row of declarationsOf(settings)) output.emit('declaration', row);
      for (const row of facts.offers(market, coupons, destinations)) output.emit('item', row);
      if (options.traitSubject !== undefined)
        for (let index = 0; index < people.count; index++) {
          people.fill(index, anybody);
          for (const row of traits.of(index, options.traitSubject(anybody.user))) output.emit('trait', row);
          yield* output.take(false);
        }
    }
    for (const row of facts.contents(day)) output.emit('item', row);
    for (const { item, time, label } of moderation.findings.filter(today))
      output.emit('item', facts.content(item, time, label));
    for (const row of moderation.interventions.filter(today)) output.emit('intervention', { ...row });
    for (const row of moderation.disposals.filter(today)) output.emit('disposal', { ...row });
    for (const row of accounts.devices(people, anybody, day)) output.emit('account', row);
    for (let worker = 0; worker < dispatches.workers; worker++) {
      dispatches.day(worker, day, (row) => output.emit('dispatch', row));
      yield* output.take(false);
    }
    for (const snapshot of charts.snapshots(day)) {
      if (rules.snapshot.every((rule) => rule(snapshot))) charts.write(snapshot, (row) => output.emit('chart', row));
      yield* output.take(false);
    }
    const lastDay = day === settings.days - 1;
    for (const [index, pages] of allot(people, mood, day, settings.pages[day] ?? 0)) {
      const short = lastDay && index === people.steady ? settings.remainder : 0;
      if (pages === 0 && short === 0 && !personDay.isEventful(index, day)) continue;
      personDay.run(index, day, pages, short);
      yield* output.take(false);
    }
    for (const rule of rules.day) rule(day, dayStart, emit);
    yield* output.take(true);
  }
}
