import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkDigit } from '@suanjian/register';

/** The public announcements, when they lie beside the checkout; fictional rows of the same shape otherwise. */
const announcements = fileURLToPath(new URL('../../../shared/data/register/filed-algorithms.tsv', import.meta.url));

export const header =
  'list\tbatch\tseq\talgorithmName\tclassOrRole\tsubject\tproduct\tpurpose\tfilingNo\tremark\tannouncementUrl';

export interface SourceRows {
  readonly origin: 'announcements' | 'fictional';
  readonly rows: readonly (readonly string[])[];
}

const pick = <Item>(items: readonly [Item, ...Item[]], index: number): Item => items[index % items.length] ?? items[0];

type Kind = readonly [word: string, label: string, code: string];

const fictional = (): readonly string[][] => {
  const brands = ['青禾', '远帆', '云汐', '知微', '木槿', '星桥', '拾光', '北辰'] as const;
  const fields = ['新闻', '视频', '商品', '直播', '音乐', '出行', '问答', '图像'] as const;
  const kinds: readonly [Kind, ...Kind[]] = [
    ['推荐', '个性化推送类', '02'],
    ['排序', '排序精选类', '03'],
    ['检索', '检索过滤类', '04'],
    ['生成合成', '生成合成类', '01'],
  ];
  return Array.from({ length: 7000 }, (_, index) => {
    const [brand, field, [word, label, code]] = [
      pick(brands, index),
      pick(fields, index >> 3),
      pick(kinds, index >> 6),
    ];
    const body = `${pick(['110108', '310115', '440305', '330106'], index)}${String(1_000_000 + index)}${code}24001`;
    const month = `202${3 + (index % 3)}-0${1 + (index % 9)}`;
    return [
      'recommendation',
      month,
      String(index),
      `${brand}${field}${word}算法${index}`,
      label,
      `${brand}${index}网络科技有限公司`,
      `${brand}${field}（APP）`,
      `应用于${field}${word}，根据用户的历史行为记录提供内容。`,
      `网信算备${body}${checkDigit(body)}号`,
      '',
      'https://example.invalid/',
    ];
  });
};

export const sourceRows = (): SourceRows => {
  if (!existsSync(announcements)) return { origin: 'fictional', rows: fictional() };
  const lines = readFileSync(announcements, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
  return { origin: 'announcements', rows: lines.map((line) => line.split('\t')) };
};

const syllables = Array.from('安柏辰达恩帆谷海嘉凯澜明宁鹏琪瑞森泰薇希雅泽卓知墨川舟禾星桥岚');

/** A made-up brand of two characters, different for every copy and most rows. */
const brandOf = (seed: number): string => {
  const first = syllables[(seed * 7 + 3) % syllables.length] ?? '';
  return first + (syllables[Math.floor(seed / syllables.length + seed * 13) % syllables.length] ?? '');
};

/** `count` rows with numbers of their own: the source again and again, names, subjects and numbers varied. */
export const multiplied = (source: SourceRows, count: number): readonly (readonly string[])[] => {
  const rows: (readonly string[])[] = [];
  const seen = new Set<string>();
  for (let turn = 0; rows.length < count; turn += 1) {
    for (const [index, row] of source.rows.entries()) {
      if (rows.length === count) break;
      const digits = /\d{21}/.exec(row[8] ?? '')?.[0];
      if (digits === undefined) continue;
      const subject = String((Number(digits.slice(6, 13)) + turn * 611_953) % 10_000_000).padStart(7, '0');
      const body = digits.slice(0, 6) + subject + digits.slice(13, 20);
      if (seen.has(body)) continue;
      seen.add(body);
      const brand = turn === 0 ? '' : brandOf(turn * 977 + index);
      rows.push(
        row.map((cell, column) =>
          column === 8 ? `网信算备${body}${checkDigit(body)}号` : column === 3 || column === 5 ? brand + cell : cell,
        ),
      );
    }
  }
  return rows;
};

export const asTable = async function* (rows: readonly (readonly string[])[]): AsyncGenerator<string> {
  yield `${header}\n`;
  for (let start = 0; start < rows.length; start += 1000) {
    yield rows
      .slice(start, start + 1000)
      .map((row) => `${row.join('\t')}\n`)
      .join('');
  }
};
