import { text } from '@suanjian/rulebook';
import { wordsOf } from './sql-words.ts';
import { StoreFault } from './store-fault.ts';

const systemDatabases = new Set(['system', 'information_schema']);

/**
 * Refuses what grants cannot: the scalar function `file` needs no right, and the library that the embedded store runs on lets it read any
 * file of this user; some system tables are open to everybody. The auditor's password never leaves this process, so all of its SQL
 * passes here. A name is refused wherever it stands, as it may be handed to another function.
 */
export const checkAuditorSql = (sql: string): void => {
  const words = wordsOf(sql);
  if (words === undefined)
    throw new StoreFault(
      'refused',
      text(
        '名称中不能使用反斜杠转义；不能使用弯引号；注释不能嵌套，也不能不结束。',
        'A name may not be spelled with backslash escapes; quotes must be straight ones; comments may not nest and must end.',
      ),
    );
  for (const { word, beforeDot } of words) {
    const name = word.toLowerCase();
    if (name === 'file')
      throw new StoreFault(
        'refused',
        text(
          '审计查询不能使用 file：它会读取本机的文件。如有一列叫 file，请改名。',
          'An audit query may not use "file": it would read files of this machine. A column of that name must be given another.',
        ),
      );
    if (beforeDot && systemDatabases.has(name))
      throw new StoreFault(
        'refused',
        text(`审计查询不能读取 ${name} 库。`, `An audit query may not read the database ${name}.`),
      );
  }
};
