import { describe, expect, it } from 'vitest';
import { checkAuditorSql } from './auditor-gate.ts';
import { StoreFault } from './store-fault.ts';
import { wordsOf } from './sql-words.ts';

const refused = (sql: string): boolean => {
  try {
    checkAuditorSql(sql);
    return false;
  } catch (error) {
    if (error instanceof StoreFault && error.kind === 'refused') return true;
    throw error;
  }
};

describe('what an audit query may not say', () => {
  it.each([
    "SELECT file('/etc/hostname')",
    "SELECT FILE ('/etc/hostname')",
    "SELECT `file`('/etc/hostname')",
    `SELECT "file"('/etc/hostname')`,
    "SELECT “file”('/etc/hostname')",
    "SELECT `fil\\x65`('/etc/hostname')",
    "SELECT `f\\\\\\x69le`('/etc/hostname')",
    "SELECT arrayMap(file, ['/etc/hostname'])",
    "SELECT * APPLY(file) FROM (SELECT '/etc/hostname' AS a)",
    "SELECT 1 -- '\n, file('/etc/hostname')",
    "SELECT 1 # '\n, file('/etc/hostname')",
    "SELECT /* ' */ file('/etc/hostname')",
    "SELECT /* /* */ ' */ file('/etc/hostname') --'",
    "SELECT ‘ ' ’, file('/etc/hostname'), ' '",
    "SELECT 'it''s', file('/etc/hostname')",
    "SELECT 'back\\'slash', file('/etc/hostname')",
    "SELECT $a$ ' $a$, file('/etc/hostname'), ''",
    "SELECT 1 AS $a$, file('/etc/hostname')",
    'SELECT * FROM system.tables',
    'SELECT * FROM System . tables',
    'SELECT * FROM system/* */./* */tables',
    'SELECT * FROM system -- x\n.tables',
    'SELECT * FROM `system`.tables',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM INFORMATION_SCHEMA.TABLES',
  ])('%s', (sql) => expect(refused(sql)).toBe(true));
});

describe('what it may say', () => {
  it.each([
    "SELECT count() FROM seen WHERE topic = 'file'",
    "SELECT 'system.tables'",
    "SELECT 1 /* file('x') */",
    "SELECT 1 -- file('x')",
    'SELECT $x$ file(1) $x$',
    'SELECT profile, filename, system FROM seen',
    'SELECT `a``b`, `a\\`b`, "c""d" FROM seen',
    "SELECT '“file”'",
  ])('%s', (sql) => expect(refused(sql)).toBe(false));
});

it('reads names as ClickHouse does', () => {
  expect(wordsOf('SELECT `a b`.c, "d", 1e5, x1 FROM $t$ no $t$')).toEqual([
    { word: 'SELECT', beforeDot: false },
    { word: 'a b', beforeDot: true },
    { word: 'c', beforeDot: false },
    { word: 'd', beforeDot: false },
    { word: 'e5', beforeDot: false },
    { word: 'x1', beforeDot: false },
    { word: 'FROM', beforeDot: false },
  ]);
});
