import { text } from '@suanjian/rulebook';

export const logHelp = {
  log: text('决策日志：写入、留存、调取、证明', 'The decision log: write, keep, extract, prove'),
  generate: text('生成一个虚构平台的日志', 'Generate the log of an invented platform'),
  generateMore: text(
    '用于演示、检验和基准测试。--plant 名称=大小 植入违规；--plants 列出全部名称、大小的含义和范围。同样的设置生成同样的字节。',
    'For demonstrations, tests of power and benchmarks. --plant name=size plants a violation; --plants lists all names, what their size means and its range. The same settings give the same bytes.',
  ),
  rows: text(
    '展示记录的条数（默认 100000），其他类型按比例',
    'Exposures (100000 unless told); the other families in proportion',
  ),
  days: text('天数（默认 28）', 'Civil days (28 unless told)'),
  seed: text('随机种子（默认 1）', 'Seed of all randomness (1 unless told)'),
  generateFrom: text(
    '第一天，例如 2026-01-01（默认使最后一天为昨天）',
    'First day, for example 2026-01-01 (unless told, the last day is yesterday)',
  ),
  provider: text('提供者代号（默认 demo-platform）', 'What the provider is called (demo-platform unless told)'),
  plant: text('植入违规，写作 名称=大小；可重复', 'Plant a violation, as name=size; may be repeated'),
  plants: text('列出可植入的违规', 'List the violations that can be planted'),
  replace: text('代替以前生成的日志', 'Put it in the place of a log generated before'),
  status: text('日志里有什么', 'What the log holds'),
  rebuild: text('由日志段重建分析库', 'Fill the analytical store again from the segments'),
  coverage: text('哪里有记录，哪里没有', 'Where there are records, and where there are none'),
  coverageFamily: text('只看这些类型；可重复', 'Only these families; may be repeated'),
  every: text(
    '多久没有记录算空档（默认 1h），例如 90s、15m、6h',
    'How long without a record is a gap (1h unless told), for example 90s, 15m, 6h',
  ),
  eachDay: text('逐日列出', 'List every day'),
} as const;
