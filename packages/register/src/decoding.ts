import { fault, type Fault } from './fault.ts';

/** What shows that bytes were read in the wrong encoding; `undefined` when a line looks sound. */
export const decodingFault = (line: string): Fault | undefined => {
  if (line.includes('\0')) {
    return fault(
      'nul-character',
      '含有空字符：文件可能是UTF-16编码或二进制文件，请另存为UTF-8编码的制表符分隔文本。',
      'It holds NUL characters: the file is probably UTF-16 or binary. Save it as tab-separated text in UTF-8.',
    );
  }
  if (line.includes('\uFFFD') || line.includes('锟斤拷')) {
    return fault(
      'undecodable',
      '含有无法解码的字节：文件可能是GBK或GB18030编码，请另存为UTF-8后重新导入。',
      'It holds bytes that are not UTF-8: the file is probably GBK or GB18030. Save it as UTF-8 and import it again.',
    );
  }
  // UTF-8 read as Latin-1: every Chinese character becomes a letter from ä to é and two that hardly occur in texts.
  if (/[\u00E3-\u00E9][\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{2}/.test(line)) {
    return fault(
      'mojibake',
      '文字像是UTF-8被当作西欧编码读取后的乱码，请用原始文件重新导出。',
      'The text looks like UTF-8 that was once read as a Western encoding. Export it again from the original.',
    );
  }
  return undefined;
};
