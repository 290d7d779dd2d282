import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramsOf, indexTokens, normaliseForSearch, queryTokens, searchKey } from './search-text.ts';

const finds = (query: string, stored: string): boolean => {
  const tokens = new Set(indexTokens([stored]));
  const asked = queryTokens(query);
  return asked.length > 0 && asked.every((token) => tokens.has(token));
};

describe('text for search', () => {
  it('cuts Chinese into pairs and keeps words whole', () => {
    expect(bigramsOf('推荐算法')).toEqual(['推荐', '荐算', '算法']);
    expect(queryTokens('ChatGLM大模型')).toEqual(['chatglm', '大模', '模型']);
    expect(queryTokens('ＡＰＰ　１２３')).toEqual(['app', '123']);
  });

  it.each([
    ['推荐', '网易传媒信息流推荐算法'],
    ['ai助手', 'AI助手'],
    ['AI助', 'AI助手'],
    ['ＡＩ 助手', 'AI助手（APP）'],
    ['deepseek大模型', 'DeepSeek 大模型'],
    ['glm', '智谱ChatGLM生成算法'],
    ['b612', 'B612咔叽'],
    ['支付宝杭州', '支付宝（杭州）信息技术有限公司'],
    ['支付宝(杭州)', '支付宝（杭州）信息技术有限公司'],
    ['科技股份', '上海卓越睿新数码科技 股份有限公司'],
    ['推', '推荐'],
    ['𠮷野', '𠮷野家点餐推荐算法'],
  ])('finds by “%s” what is called “%s”', (query, stored) => {
    expect(finds(query, stored)).toBe(true);
  });

  it.each([
    ['荐推', '推荐算法'],
    ['搜索', '推荐算法'],
    ['glm', 'ChatGPT算法'],
    ['，。 ', '推荐算法'],
  ])('does not find by “%s” what is called “%s”', (query, stored) => {
    expect(finds(query, stored)).toBe(false);
  });

  it('finds every text by any piece of it that leaves words whole', () => {
    const piece = fc.constantFrom(
      '推',
      '荐',
      '算',
      '法',
      '大模型',
      'AI',
      'b612',
      ' ',
      '（',
      '）',
      '、',
      '助手',
      'Hi Echo',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece, { minLength: 1 }), fc.array(piece), (before, asked, after) => {
        // A word that continues outside the piece would no longer be whole.
        const stored = `${before.join('')} ${asked.join('')} ${after.join('')}`;
        const tokens = new Set(indexTokens([stored]));
        for (const token of queryTokens(asked.join(''))) expect(tokens).toContain(token);
      }),
    );
  });

  it('stores single characters of names only', () => {
    expect(indexTokens(['推荐'], ['排序'])).toEqual(['推荐', '排序', '推', '荐']);
  });

  it('never answers an empty query with tokens, nor repeats one', () => {
    expect(queryTokens(' 、（） ')).toEqual([]);
    expect(indexTokens(['推荐推荐', '推荐'])).toEqual(['推荐', '荐推', '推', '荐']);
  });

  it('gives two spellings of a name the same key', () => {
    expect(searchKey('支付宝（杭州） 信息技术')).toBe(searchKey('支付宝(杭州)信息技术'));
    expect(searchKey('ＱＱ音乐')).toBe('qq音乐');
    expect(normaliseForSearch('  Ｈｉ　 Echo（口语）')).toBe('hi echo(口语)');
  });
});
