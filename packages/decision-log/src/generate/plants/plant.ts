import type { Text } from '@suanjian/rulebook';
import type { FamilyName } from '../../families/families.ts';
import type { Snapshot } from '../families/chart.ts';
import { Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import type { Plan } from '../schedule.ts';
import type { Settings } from '../settings.ts';
import type { Slate } from '../slate.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Coupons } from '../world/coupons.ts';
import type { Market } from '../world/market.ts';
import type { Moderation } from '../world/moderation.ts';
import type { People, Person } from '../world/people.ts';
import type { Pseudonyms } from '../world/pseudonym.ts';

/** Everything a plant may look at. */
export interface World {
  readonly settings: Settings;
  readonly people: People;
  readonly catalogue: Catalogue;
  readonly moderation: Moderation;
  readonly market: Market;
  readonly coupons: Coupons;
  readonly pseudonyms: Pseudonyms;
}

export type Emit = <Name extends FamilyName>(family: Name, row: RowOf<Name>) => void;

/** What a planted violation does, at each place where it may do something. */
export interface Hooks {
  /** Moves a person's day before it is placed. */
  readonly plan?: (plan: Plan, person: Person) => void;
  /** Changes what is shown. */
  readonly slate?: (slate: Slate, person: Person) => void;
  /** Changes a chart's moment; false leaves it out. */
  readonly snapshot?: (snapshot: Snapshot) => boolean;
  /** Changes rows of a family; false leaves one out. */
  readonly rows?: { readonly [Name in FamilyName]?: (row: RowOf<Name>) => boolean };
  /** Adds rows to a day. */
  readonly day?: (day: number, dayStart: number, emit: Emit) => void;
  /** False when what happened then is not in the log. */
  readonly keeps?: (time: number, family: FamilyName) => boolean;
}

export interface Plant {
  readonly title: Text;
  /** What the size means, in which unit. */
  readonly size: Text;
  readonly least: number;
  readonly most: number;
  /** A size that a demonstration would take. */
  readonly usual: number;
  /** True when only whole numbers make sense. */
  readonly whole: boolean;
  /** The check that looks for it, as the rulebook names it. */
  readonly check: string;
  /** Checks that must see it too, because the same rows break what they ask. */
  readonly also?: readonly string[];
  /** Families that differ from the clean log's; all others are the same bytes. */
  readonly families: readonly FamilyName[];
  /** True when nothing shows without rows of protected traits. */
  readonly needsTraits?: boolean;
  readonly hooks: (size: number, world: World, stream: Stream) => Hooks;
}

export const definePlant = (plant: Plant): Plant => plant;

/** A share of something, from 0 to 1. */
export const SHARE = { least: 0.000_001, most: 1, whole: false } as const;

/** The hooks of all plants together, in the order of planting. */
export interface Rules {
  readonly plan: readonly NonNullable<Hooks['plan']>[];
  readonly slate: readonly NonNullable<Hooks['slate']>[];
  readonly snapshot: readonly NonNullable<Hooks['snapshot']>[];
  readonly rows: { readonly [Name in FamilyName]: readonly ((row: RowOf<Name>) => boolean)[] };
  readonly day: readonly NonNullable<Hooks['day']>[];
  readonly keeps: readonly NonNullable<Hooks['keeps']>[];
}

const present = <Value>(values: readonly (Value | undefined)[]): Value[] =>
  values.filter((value) => value !== undefined);

export const rulesOf = (hooks: readonly Hooks[]): Rules => {
  const rows = <Name extends FamilyName>(name: Name): ((row: RowOf<Name>) => boolean)[] =>
    present<(row: RowOf<Name>) => boolean>(hooks.map((each) => each.rows?.[name]));
  return {
    plan: present(hooks.map(({ plan }) => plan)),
    slate: present(hooks.map(({ slate }) => slate)),
    snapshot: present(hooks.map(({ snapshot }) => snapshot)),
    day: present(hooks.map(({ day }) => day)),
    keeps: present(hooks.map(({ keeps }) => keeps)),
    rows: {
      exposure: rows('exposure'),
      quote: rows('quote'),
      dispatch: rows('dispatch'),
      engagement: rows('engagement'),
      chart: rows('chart'),
      control: rows('control'),
      intervention: rows('intervention'),
      disposal: rows('disposal'),
      item: rows('item'),
      account: rows('account'),
      trait: rows('trait'),
      declaration: rows('declaration'),
    },
  };
};

export const plantStream = (seed: number, name: string): Stream => new Stream(seed, `plant/${name}`);
