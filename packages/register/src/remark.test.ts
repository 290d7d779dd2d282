import { describe, expect, it } from 'vitest';
import { changeReasons } from './change-reason.ts';
import { historyLabel, parseRemark } from './remark.ts';
import { realRegister } from './testing/real-register.ts';

describe('a remark', () => {
  it.each([
    ['', []],
    ['已注销', [{ kind: 'cancelled' }]],
    ['原主体名称“甲公司”变更为“乙公司”', [{ kind: 'subject-renamed', from: '甲公司', to: '乙公司' }]],
    [
      '2024年8月，变更内容：主体名称由甲公司变更为乙公司，新增产品丙(网站)',
      [
        { kind: 'subject-renamed', from: '甲公司', to: '乙公司', date: '2024-08' },
        { kind: 'product-added', items: ['丙(网站)'], date: '2024-08' },
      ],
    ],
    [
      '产品名称由“甲（APP）”变更为“乙（网站）”、“丙(APP)”变更为“丁(APP)”',
      [
        { kind: 'product-renamed', from: '甲（APP）', to: '乙（网站）' },
        { kind: 'product-renamed', from: '丙(APP)', to: '丁(APP)' },
      ],
    ],
    [
      '产品名称甲（APP）、乙（APP）变更为丙(APP)、丁(APP)',
      [
        { kind: 'product-renamed', from: '甲（APP）', to: '丙(APP)' },
        { kind: 'product-renamed', from: '乙（APP）', to: '丁(APP)' },
      ],
    ],
    [
      '新增甲（抖音、快手）(小程序)、乙(APP)',
      [{ kind: 'product-added', items: ['甲（抖音、快手）(小程序)', '乙(APP)'] }],
    ],
    ['删除关联产品“甲(网站)、乙(网站)”', [{ kind: 'product-removed', items: ['甲(网站)', '乙(网站)'] }]],
    [
      '变更内容：产品变更、算法模型变更、输入模态变更',
      [{ kind: 'product-changed' }, { kind: 'model-changed' }, { kind: 'modality-changed', items: ['输入'] }],
    ],
    [
      '算法输出模态由图像变更为文本、图像，变更主要用途文字描述',
      [{ kind: 'modality-changed', from: '图像', to: '文本、图像', items: ['输出'] }, { kind: 'purpose-changed' }],
    ],
    ['算法安全责任人发生变更', [{ kind: 'responsible-person-changed' }]],
    ['增加接入甲大模型，乙大模型', [{ kind: 'model-changed', items: ['甲大模型', '乙大模型'] }]],
    ['新增“找相似”功能涉及图片', [{ kind: 'function-changed', items: ['“找相似”功能涉及图片'] }]],
    [
      '变更《拟公示算法机制机理内容》中算法基本原理、算法运行机制描述',
      [{ kind: 'disclosure-updated', items: ['算法基本原理', '算法运行机制'] }],
    ],
  ])('is read: %s', (remark, entries) => {
    expect(parseRemark(remark)).toEqual({ entries, rest: '' });
  });

  it('gives each month its change when there is one change', () => {
    expect(parseRemark('2023年4月、12月更新算法公示信息').entries.map(({ date }) => date)).toEqual([
      '2023-04',
      '2023-12',
    ]);
  });

  it('does not guess which month belongs to which change', () => {
    const { entries } = parseRemark('2024年4月、6月，新增关联产品甲(网站)，主体由乙公司变更为丙公司');
    expect(entries).toHaveLength(2);
    for (const entry of entries) {
      expect(entry.date).toBeUndefined();
      expect(entry.possibleDates).toEqual(['2024-04', '2024-06']);
    }
  });

  it('lets a later month stand for what follows it only', () => {
    expect(parseRemark('2023年4月新增算法使用产品，2023年12月更新算法公示信息').entries).toMatchObject([
      { kind: 'product-added', date: '2023-04' },
      { kind: 'disclosure-updated', date: '2023-12' },
    ]);
  });

  it('keeps what it does not understand, beside what it does', () => {
    expect(parseRemark('经复核保留；算法模型变更，另见“甲，乙”附件')).toEqual({
      entries: [{ kind: 'model-changed' }],
      rest: '经复核保留，另见“甲，乙”附件',
    });
  });

  it('has a label for every kind of entry, in both languages', () => {
    for (const kind of [...changeReasons.map(({ id }) => id), 'cancelled' as const]) {
      expect(historyLabel(kind).zh).not.toBe('');
      expect(historyLabel(kind).en).not.toBe('');
    }
  });

  it('is fully understood in all but one of the real register', (context) => {
    const table = realRegister(context);
    const remarks = table.rows.map(({ row }) => row.remark).filter((remark) => remark !== '');
    const notWhole = remarks.filter((remark) => parseRemark(remark).rest !== '');
    expect(remarks).toHaveLength(368);
    expect(notWhole).toHaveLength(1);
    expect(remarks.filter((remark) => parseRemark(remark).entries.length === 0)).toEqual([]);
  });

  it('invents nothing: every value of the real register’s history stands in its remark', (context) => {
    const table = realRegister(context);
    for (const { row } of table.rows) {
      for (const { from, to, items } of parseRemark(row.remark).entries) {
        for (const value of [from, to, ...(items ?? [])]) if (value !== undefined) expect(row.remark).toContain(value);
      }
    }
  });
});
