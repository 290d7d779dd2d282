import { addDays, text, type Text } from '@suanjian/rulebook';
import { families, familyNames, type FamilyName } from '../families/families.ts';
import type { GenerateOptions } from './generate.ts';
import type { GeneratedBatch } from './output.ts';
import { plants, type PlantName } from './plants/plants.ts';

/** What was generated, for the command's output. */
export interface GenerationSummary {
  readonly provider: string;
  readonly seed: number;
  readonly from: string;
  /** The last civil day. */
  readonly to: string;
  readonly rows: Readonly<Record<FamilyName, number>>;
  readonly total: number;
  /** Bytes of NDJSON. */
  readonly bytes: number;
  readonly plants: readonly {
    readonly name: PlantName;
    readonly size: number;
    readonly title: Text;
    readonly meaning: Text;
    /** The checks that should find it. */
    readonly checks: readonly string[];
  }[];
}

/** Counts batches as they pass. */
export class GenerationTally {
  readonly #rows = new Map<FamilyName, number>();
  #bytes = 0;

  add(batch: GeneratedBatch): void {
    this.#rows.set(batch.family, (this.#rows.get(batch.family) ?? 0) + batch.rows);
    this.#bytes += batch.ndjson.length;
  }

  summary(options: GenerateOptions): GenerationSummary {
    const rows = Object.fromEntries(familyNames.map((name) => [name, this.#rows.get(name) ?? 0])) as Record<
      FamilyName,
      number
    >;
    return {
      provider: options.provider ?? 'demo-platform',
      seed: options.seed,
      from: options.from,
      to: addDays(options.from, options.days - 1),
      rows,
      total: Object.values(rows).reduce((sum, count) => sum + count, 0),
      bytes: this.#bytes,
      plants: [...(options.plants ?? [])].map(([name, size]) => {
        const { title, size: meaning, check, also = [] } = plants[name];
        return { name, size, title, meaning, checks: [check, ...also] };
      }),
    };
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** The summary as sentences, one a line. */
export const summaryLines = (summary: GenerationSummary): Text[] => {
  const { provider, seed, from, to, rows, total, bytes, plants: planted } = summary;
  return [
    text(
      `${provider}：${from} 至 ${to}，种子 ${seed}，共 ${total} 行，${megabytes(bytes)} MB。`,
      `${provider}: ${from} to ${to}, seed ${seed}, ${total} rows, ${megabytes(bytes)} MB.`,
    ),
    ...familyNames
      .filter((name) => rows[name] > 0)
      .map((name) =>
        text(
          `${families[name].title.zh}（${name}）：${rows[name]} 行`,
          `${families[name].title.en} (${name}): ${rows[name]} rows`,
        ),
      ),
    ...(planted.length === 0
      ? [text('没有植入违规：不应有检查不通过。', 'Nothing was planted: no check should fail.')]
      : planted.map(({ name, size, title, meaning, checks }) =>
          text(
            `植入 ${name}=${size}（${title.zh}）：${meaning.zh}；应由 ${checks.join('、')} 发现`,
            `Planted ${name}=${size} (${title.en}): ${meaning.en}; to be found by ${checks.join(', ')}`,
          ),
        )),
  ];
};
