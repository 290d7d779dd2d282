import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnouncement, type ReadRow } from './announcement-reader.ts';
import { composeFilingNumber, formatFilingNumber } from './filing-number.ts';
import { mergeRows, recordContent, subjectKey } from './record.ts';
import { announcementLine, headerLine } from './testing/announcement-lines.ts';
import { realRegister } from './testing/real-register.ts';

const rowsOf = (...lines: readonly string[]): readonly ReadRow[] =>
  readAnnouncement([headerLine, ...lines].join('\n')).rows;
const numbered = (type: 'generative' | 'filter' | 'search', serial: number): string =>
  formatFilingNumber(composeFilingNumber({ place: '110101', subject: '0000001', type, year: 2024, serial }));

describe('records from announcement rows', () => {
  it('turns a row into a record', () => {
    const [record] = mergeRows(rowsOf(announcementLine({ remark: '2024年9月，新增产品乙(APP)' }))).records;
    expect(record).toMatchObject({
      algorithmName: '示例信息流推荐算法',
      technique: 'personalised-push',
      registerType: 'personalised-push',
      products: [{ name: '示例', forms: ['app', 'website'] }],
      place: '110101',
      status: 'filed',
      history: [{ kind: 'product-added', date: '2024-09' }],
      flags: [],
      notes: [],
    });
    expect(record?.id).toBe(record?.number);
  });

  it('makes one record of two announcements of a number, the later one’s words standing', () => {
    const filingNo = numbered('generative', 1);
    const { records } = mergeRows(
      rowsOf(
        announcementLine({
          list: 'deep_synthesis',
          batch: '2024-08',
          classOrRole: '服务提供者',
          purpose: '新用途',
          filingNo,
        }),
        announcementLine({
          batch: '2024-06',
          classOrRole: '生成合成类',
          purpose: '旧用途',
          filingNo,
          remark: '已注销',
        }),
      ),
    );
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ purpose: '新用途', role: 'provider', status: 'cancelled' });
    expect(records[0]?.announcements.map(({ batch, line, differences }) => [batch, line, differences])).toEqual([
      ['2024-06', 3, { classOrRole: '生成合成类', purpose: '旧用途' }],
      ['2024-08', 2, undefined],
    ]);
  });

  it('does not repeat the history of a remark printed twice', () => {
    const { records } = mergeRows(
      rowsOf(
        announcementLine({ remark: '算法模型变更' }),
        announcementLine({ batch: '2024-10', remark: '算法模型变更' }),
      ),
    );
    expect(records[0]?.history).toEqual([{ kind: 'model-changed' }]);
    expect(records[0]?.remarkText).toBe('算法模型变更');
  });

  it('keeps and flags rows with faulty numbers under a stable id', () => {
    const { records, flagged } = mergeRows(
      rowsOf(announcementLine({ filingNo: '网信算备 1101号' }), announcementLine({ filingNo: '待定' })),
    );
    expect(records.map(({ id, number, technique }) => [id, number, technique])).toEqual([
      ['1101', undefined, 'personalised-push'],
      ['待定', undefined, 'personalised-push'],
    ]);
    expect(flagged.map(({ line, number, reasons }) => [line, number, reasons.map(({ code }) => code)])).toEqual([
      [2, '网信算备 1101号', ['length']],
      [3, '待定', ['empty']],
    ]);
  });

  it('notes a class that is unknown or differs from the number', () => {
    const { records } = mergeRows(
      rowsOf(
        announcementLine({ classOrRole: '新类别', filingNo: numbered('filter', 1) }),
        announcementLine({ classOrRole: '调度决策类', filingNo: numbered('filter', 2) }),
        announcementLine({ classOrRole: '检索过滤类', filingNo: numbered('search', 1) }),
      ),
    );
    expect(records.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      ['unknown-class'],
      ['class-differs'],
      [],
    ]);
    expect(records.map(({ technique, registerType }) => [technique, registerType])).toEqual([
      ['search-filter', 'filter'],
      ['dispatch-decision', 'filter'],
      ['search-filter', 'search'],
    ]);
  });

  it('has the same content in whatever order rows come and wherever they stand in the file', () => {
    const rows = rowsOf(
      announcementLine({ remark: '算法模型变更' }),
      announcementLine({ batch: '2024-10', remark: '产品变更', purpose: '另一用途' }),
      announcementLine({ batch: '2024-12' }),
      announcementLine({ filingNo: numbered('search', 9), classOrRole: '信息检索类' }),
    );
    const contents = (given: readonly ReadRow[]) => mergeRows(given).records.map(recordContent).sort();
    const expected = contents(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(contents(shuffled)).toEqual(expected);
      }),
    );
    expect(contents(rows.map((row) => ({ ...row, line: row.line + 1000 })))).toEqual(expected);
  });

  it('counts spellings of one subject once', () => {
    expect(subjectKey('甲（上海） 公司')).toBe(subjectKey('甲(上海)公司'));
    const merged = mergeRows(
      rowsOf(
        announcementLine({ subject: '甲(上海)公司' }),
        announcementLine({ subject: '甲（上海）公司', filingNo: numbered('search', 2) }),
      ),
    );
    expect(merged).toMatchObject({ rows: 2, subjects: 1 });
  });

  it('makes 7,300 records of the 7,311 real rows, 47 of them cancelled and two flagged', (context) => {
    const table = realRegister(context);
    const merged = mergeRows(table.rows);
    expect(merged).toMatchObject({ rows: 7311, subjects: 4873, cancelled: 47 });
    expect(merged.records).toHaveLength(7300);
    expect(merged.records.filter(({ announcements }) => announcements.length === 2)).toHaveLength(11);
    expect(merged.flagged.map(({ line }) => line)).toEqual([68, 80]);
    expect(merged.records.filter(({ number }) => number === undefined).map(({ id }) => id)).toEqual([
      '440305295988702220055',
      '1101082242366066220017',
    ]);
    expect(
      merged.records.every(({ technique, registerType }) => technique !== undefined && registerType !== undefined),
    ).toBe(true);
    expect(merged.records.filter(({ remarkRest }) => remarkRest !== '')).toHaveLength(1);
    expect(merged.records.filter(({ notes }) => notes.some(({ code }) => code === 'class-differs'))).toHaveLength(2);
  });
});
