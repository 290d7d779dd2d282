import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnnouncementReader, readAnnouncement } from './announcement-reader.ts';
import { announcementColumns } from './announcement-row.ts';
import { announcementLine, headerLine } from './testing/announcement-lines.ts';
import { realRegister, realRegisterText } from './testing/real-register.ts';

const faultsOf = (...lines: readonly string[]) =>
  readAnnouncement(lines.join('\n')).faults.map(({ line, code, column }) => [
    line,
    code,
    ...(column === undefined ? [] : [column]),
  ]);

describe('an announcement table', () => {
  it('is read with BOM, CRLF, blank lines and a last line without a line feed', () => {
    const table = readAnnouncement(
      `\uFEFF${headerLine}\r\n${announcementLine()}\r\n\r\n${announcementLine({ seq: '2' })}`,
    );
    expect(table.faults).toEqual([]);
    expect(table.rows.map(({ line, row }) => [line, row.sequence])).toEqual([
      [2, '1'],
      [4, '2'],
    ]);
  });

  it('is read alike however its text is cut', () => {
    const whole = [headerLine, announcementLine(), announcementLine({ list: '' }), announcementLine({ seq: '' })].join(
      '\r\n',
    );
    const expected = readAnnouncement(whole);
    expect(expected.rows).toHaveLength(2);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length)), (cuts) => {
        const reader = createAnnouncementReader();
        const places = [0, ...cuts.sort((left, right) => left - right), whole.length];
        const outcomes = places.flatMap((place, index) => reader.push(whole.slice(place, places[index + 1] ?? place)));
        outcomes.push(...reader.end());
        expect(outcomes.filter(({ kind }) => kind === 'row')).toEqual(expected.rows);
        expect(outcomes.filter(({ kind }) => kind === 'fault')).toEqual(expected.faults);
      }),
    );
  });

  it('takes columns in any order', () => {
    const order = announcementColumns.toReversed();
    const values = Object.fromEntries(
      announcementLine()
        .split('\t')
        .map((cell, index) => [announcementColumns[index], cell]),
    );
    const table = readAnnouncement([order.join('\t'), order.map((column) => values[column]).join('\t')].join('\n'));
    expect(table.rows[0]?.row).toEqual(readAnnouncement(`${headerLine}\n${announcementLine()}`).rows[0]?.row);
  });

  it('names missing, unknown and duplicate columns and reads no further', () => {
    const names = headerLine.split('\t');
    expect(
      faultsOf([...names.filter((name) => name !== 'purpose'), 'colour', 'list'].join('\t'), 'x', announcementLine()),
    ).toEqual([
      [1, 'unknown-column', 'colour'],
      [1, 'duplicate-column', 'list'],
      [1, 'missing-column', 'purpose'],
    ]);
    expect(faultsOf()).toEqual([[1, 'empty-file']]);
  });

  it('reports lines that are cut short or too long, and reads on', () => {
    const table = readAnnouncement(
      [
        headerLine,
        'recommendation\t2024-08',
        `${announcementLine()}\tmore`,
        announcementLine(),
        announcementLine().slice(0, 30),
      ].join('\n'),
    );
    expect(table.rows.map(({ line }) => line)).toEqual([4]);
    expect(table.faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'truncated-line'],
      [3, 'too-many-columns'],
      [5, 'truncated-line'],
    ]);
    expect(table.faults[2]?.message.en).toContain('The file ends');
  });

  it('reports empty and impossible values by line and column', () => {
    expect(
      faultsOf(
        headerLine,
        announcementLine({ algorithmName: '', subject: '  ' }),
        announcementLine({ list: 'other' }),
        announcementLine({ batch: '2024-13' }),
        announcementLine({ announcementUrl: 'javascript:alert(1)' }),
      ),
    ).toEqual([
      [2, 'empty-cell', 'algorithmName'],
      [2, 'empty-cell', 'subject'],
      [3, 'unknown-list', 'list'],
      [4, 'batch', 'batch'],
      [5, 'address', 'announcementUrl'],
    ]);
  });

  it('knows GBK, UTF-16 and twice-encoded files by their damage', () => {
    const gbk = new TextDecoder().decode(Uint8Array.from([0xcd, 0xf8, 0xd2, 0xd7]));
    const twice = new TextDecoder('latin1').decode(new TextEncoder().encode('网易传媒'));
    expect(
      faultsOf(
        headerLine,
        announcementLine({ subject: gbk }),
        announcementLine({ subject: 'a\0b' }),
        announcementLine({ subject: twice }),
      ),
    ).toEqual([
      [2, 'undecodable'],
      [3, 'nul-character'],
      [4, 'mojibake'],
    ]);
    expect(faultsOf(new TextDecoder('latin1').decode(Uint8Array.from([0x6c, 0, 0x69, 0])))).toEqual([
      [1, 'nul-character'],
    ]);
  });

  it('leaves European names alone', () => {
    expect(faultsOf(headerLine, announcementLine({ subject: 'Café Bär Société (上海)' }))).toEqual([]);
  });

  it('unquotes cells and keeps stray quotation marks', () => {
    const table = readAnnouncement(
      [
        headerLine,
        announcementLine({ product: '"甲""乙""(网站)"', purpose: '"一\t二"' }),
        announcementLine({ product: '"甲(网站)', purpose: '5" 屏' }),
      ].join('\n'),
    );
    expect(table.faults).toEqual([]);
    expect(table.rows.map(({ row }) => [row.product, row.purpose])).toEqual([
      ['甲"乙"(网站)', '一\t二'],
      ['"甲(网站)', '5" 屏'],
    ]);
  });

  it('keeps rows whose number breaks the rules', () => {
    const [row] = readAnnouncement(`${headerLine}\n${announcementLine({ filingNo: '网信算备123号' })}`).rows;
    expect(row?.number.ok === false && row.number.faults.map(({ code }) => code)).toEqual(['length']);
  });

  it('reads all 7,311 rows of the real register without a fault', (context) => {
    const table = realRegister(context);
    expect(table.rows).toHaveLength(7311);
    expect(table.faults).toEqual([]);
  });

  it('reports every Chinese line of the real register when its bytes were damaged', (context) => {
    const text = realRegisterText(context);
    const damaged = new TextDecoder('utf-8').decode(
      new TextEncoder().encode(text).filter((_byte, index) => index % 997 !== 996),
    );
    const table = readAnnouncement(damaged);
    expect(table.faults.length).toBeGreaterThan(1000);
    expect(table.faults.every(({ line }) => line >= 1 && line <= 7312)).toBe(true);
  });
});
