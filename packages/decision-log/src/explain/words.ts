import { text, type Text } from '@suanjian/rulebook';

const eightHours = 28_800_000;

/** A moment as a clock in Beijing shows it, to the second. */
export const momentText = (milliseconds: number): string =>
  new Date(milliseconds + eightHours).toISOString().slice(0, 19).replace('T', ' ');

/** Fen as yuan, exact. */
export const yuanText = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Words of the record stand in quotation marks: they are the record's, not ours. */
export const quoted = (words: readonly string[]): Text =>
  text(words.map((word) => `「${word}」`).join('、'), words.map((word) => `“${word}”`).join(', '));

export const joined = (parts: readonly Text[]): Text =>
  text(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '));

const techniques: Readonly<Record<string, Text>> = {
  generation: text('生成合成', 'generation'),
  personalised: text('个性化推送', 'personalised push'),
  ranking: text('排序精选', 'ranking or selection'),
  search: text('检索过滤', 'search or filtering'),
  dispatch: text('调度决策', 'dispatch or decision'),
};

export const techniqueText = (technique: string): Text => techniques[technique] ?? quoted([technique]);

const surfaces: Readonly<Record<string, Text>> = {
  'first-screen': text('首页首屏', 'the first screen'),
  feed: text('信息流', 'the feed'),
  'hot-list': text('热榜', 'the hot list'),
  selected: text('精选', 'the selection'),
  popup: text('弹窗', 'a pop-up'),
  search: text('搜索结果', 'the search results'),
};

export const surfaceText = (surface: string): Text => surfaces[surface] ?? quoted([surface]);

const audiences: Readonly<Record<string, Text>> = {
  minor: text('未成年人', 'a minor'),
  adult: text('成年人', 'an adult'),
  older: text('老年人', 'an older person'),
};

export const audienceText = (audience: string): Text => audiences[audience] ?? quoted([audience]);

const interventions: Readonly<Record<string, Text>> = {
  pin: text('置顶', 'pinned'),
  push: text('提升', 'moved up'),
  insert: text('插入', 'inserted'),
  suppress: text('降低', 'moved down'),
  remove: text('移除', 'removed'),
  label: text('加标记', 'labelled'),
};

export const interventionText = (kind: string): Text => interventions[kind] ?? quoted([kind]);

const disposals: Readonly<Record<string, Text>> = {
  stop: text('停止传输', 'transmission was stopped'),
  limit: text('限制', 'it was limited'),
  label: text('加标注', 'it was labelled'),
  restore: text('恢复', 'it was restored'),
};

export const disposalText = (action: string): Text => disposals[action] ?? quoted([action]);
