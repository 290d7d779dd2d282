import { text } from '@suanjian/rulebook';

export const siteCheckTexts = {
  siteCheck: text('检查备案网站的公示', 'Check the sites of filed algorithms'),
  run: text(
    '访问到期的网站，看编号、链接和公示是否在位；--filing 只访问一项',
    'Visit the sites that are due and look for number, link and notice; --filing visits one',
  ),
  filing: text('备案编号或事项编号', 'Number or id of the filing'),
  noneDue: text('没有到期的访问。', 'No visit is due.'),
  noSites: text('  备案的产品里没有网站。', '  None of the filed products is a website.'),
  verdict: {
    pass: text('在位', 'stands'),
    fail: text('不在位', 'does not stand'),
    'not-enough-data': text('看不清，不下结论', 'not seen well enough to say'),
  },
  away: (address: string, days: number) =>
    text(`  ${address} 已连续 ${days} 天打不开`, `  ${address} could not be read on ${days} days in a row`),
} as const;
