const voidElements = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);
const tag = /<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gy;

/** Everything about a document that a strict reader of HTML would complain of; empty when it is well formed. */
export const faultsOfHtml = (html: string): readonly string[] => {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  if (!html.startsWith('<!doctype html>')) faults.push('no doctype');
  let position = '<!doctype html>'.length;
  for (;;) {
    const start = html.indexOf('<', position);
    if (start < 0) break;
    tag.lastIndex = start;
    const found = tag.exec(html);
    if (found === null) {
      faults.push(`no tag: ${html.slice(start, start + 60)}`);
      position = start + 1;
      continue;
    }
    const [whole, closing = '', name = '', attributes = '', selfClosing = ''] = found;
    position = start + whole.length;
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined && ids.has(id)) faults.push(`id twice: ${id}`);
    if (id !== undefined) ids.add(id);
    if (/\s(?:style|on\w+)=/.test(attributes)) faults.push(`inline style or script: ${whole}`);
    if (name === 'script') faults.push(`script: ${whole}`);
    if (closing === '/') {
      if (open.pop() !== name) faults.push(`closed out of turn: ${whole}`);
    } else if (!voidElements.has(name) && selfClosing === '') open.push(name);
  }
  if (open.length > 0) faults.push(`left open: ${open.join(' ')}`);
  for (const [, target = ''] of html.matchAll(/\s(?:for|aria-labelledby)="([^"]*)"/g))
    if (!ids.has(target)) faults.push(`refers to no id: ${target}`);
  for (const [, targets = ''] of html.matchAll(/\saria-describedby="([^"]*)"/g))
    for (const target of targets.split(' ')) if (!ids.has(target)) faults.push(`described by no id: ${target}`);
  return faults;
};

/** Levels of the headings in their order. */
export const headingLevels = (html: string): readonly number[] =>
  [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));

/** What a reader of an English page sees in letters that are not marked as Chinese. */
export const unmarkedChinese = (html: string): readonly string[] => {
  const body = html.slice(html.indexOf('<body>'));
  const unmarked = body.replaceAll(/<(\w+)(?=[^>]*\slang="zh-CN")[^>]*>.*?<\/\1>/gs, '');
  const text = unmarked.replaceAll(/<(?:input|option|textarea)[^>]*>/g, ' ').replaceAll(/<[^>]*>/g, '\n');
  return text.split('\n').filter((line) => /\p{Script=Han}/u.test(line));
};
