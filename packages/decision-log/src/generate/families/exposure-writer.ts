import type { Settings } from '../settings.ts';
import { reasons, techniques, UNSCORED, type Slate, type Slot } from '../slate.ts';
import { authorId, clusterId, itemId, labelsOf, type Catalogue } from '../world/catalogue.ts';
import type { Person } from '../world/people.ts';
import { audiences, dataKindsOf, surfaces, tags, topics } from '../world/vocabulary.ts';

const list = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `"${name}":${JSON.stringify(values)},`;

/**
 * Writes slates as canonical JSON. An exposure is put together from pieces made beforehand, in the order of the sorted names; the shared
 * writer of rows would take three times as long, and exposures are most of a log.
 */
export class ExposureWriter {
  readonly #catalogue: Catalogue;
  /** `"item":…,"labels":…` and `"cluster":…` of every item. */
  readonly #items: readonly string[];
  readonly #clusters: readonly string[];
  readonly #authors = new Map<number, string>();
  readonly #scores: readonly string[];
  readonly #positions: readonly string[];
  readonly #topics: readonly string[];
  readonly #tags: readonly string[];
  readonly #reasons: readonly string[];
  readonly #data: readonly string[];
  /** By surface and audience. */
  readonly #heads: readonly (readonly string[])[];

  constructor(settings: Settings, catalogue: Catalogue) {
    this.#catalogue = catalogue;
    const numbers = Array.from({ length: catalogue.count }, (_, item) => item);
    this.#items = numbers.map(
      (item) => `"item":"${itemId(item)}",${list('labels', labelsOf(catalogue.labels[item] ?? 0))}`,
    );
    this.#clusters = numbers.map((item) => `"cluster":"${clusterId(catalogue.cluster[item] ?? item)}",`);
    this.#scores = Array.from({ length: 10_000 }, (_, score) => `"score":${score / 10_000},`);
    this.#positions = Array.from(
      { length: 100 },
      (_, position) => `"position":${position},"provider":"${settings.provider}",`,
    );
    this.#topics = topics.map((topic) => `"topic":"${topic}",`);
    this.#tags = tags.map((tag) => list('tags', [tag]));
    this.#reasons = reasons.map((reason) => list('reasons', [reason]));
    this.#data = Array.from({ length: 16 }, (_, mask) => list('data_used', dataKindsOf(mask)));
    this.#heads = surfaces.map(({ algorithm }) =>
      audiences.map(
        (audience) =>
          `{"algorithm":"${algorithm}",${audience === undefined ? '' : `"audience":"${audience}",`}"author":"`,
      ),
    );
  }

  /** The slate's rows, with line feeds between them. */
  write(slate: Slate, person: Person): string {
    const catalogue = this.#catalogue;
    const head = this.#heads[slate.surface]?.[person.audience] ?? '';
    const candidates = `"candidates":${slate.candidates},`;
    const data = slate.dataKinds === undefined ? (this.#data[slate.data] ?? '') : list('data_used', slate.dataKinds);
    const notice = `"notice":${slate.notice},"own":`;
    const owned = `"own_candidates":${slate.ownCandidates},"personalised":${slate.personalised},`;
    const request = `"request":"${slate.request}",`;
    const session = `"session":"${slate.session}","surface":"${surfaces[slate.surface]?.name ?? ''}",`;
    const technique = `"technique":"${techniques[slate.technique] ?? ''}","time":${slate.time},`;
    const user = `"user":"${person.user}"}`;
    let lines = '';
    for (let place = 0; place < slate.size; place++) {
      const slot = slate.slot(place);
      const { item } = slot;
      lines +=
        (place === 0 ? head : `\n${head}`) +
        this.#author(catalogue.author[item] ?? 0) +
        (slot.automated ? '"automated":true,' : '"automated":false,') +
        candidates +
        (this.#clusters[item] ?? '') +
        data +
        (slot.intervention === '' ? '' : `"intervention":"${slot.intervention}",`) +
        this.#itemAndLabels(slot) +
        notice +
        (catalogue.own[item] === 1 ? 'true,' : 'false,') +
        owned +
        (this.#positions[place + 1] ?? '') +
        (slot.reasonless ? '' : (this.#reasons[slot.reason] ?? '')) +
        request +
        (slot.score === UNSCORED ? '' : (this.#scores[slot.score] ?? '')) +
        session +
        (slot.tags === undefined ? (this.#tags[slot.tag] ?? '') : list('tags', slot.tags)) +
        technique +
        (this.#topics[catalogue.topic[item] ?? 0] ?? '') +
        user;
    }
    return lines;
  }

  #itemAndLabels(slot: Slot): string {
    return slot.labels === undefined
      ? (this.#items[slot.item] ?? '')
      : `"item":"${itemId(slot.item)}",${list('labels', slot.labels)}`;
  }

  #author(author: number): string {
    let piece = this.#authors.get(author);
    if (piece === undefined) {
      piece = `${authorId(author)}",`;
      this.#authors.set(author, piece);
    }
    return piece;
  }
}
