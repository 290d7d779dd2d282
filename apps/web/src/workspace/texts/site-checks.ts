import { text } from '@suanjian/rulebook';

export const siteCheckTexts = {
  title: text('网站公示检查', 'Site checks'),
  lead: text(
    '定期访问备案的网站，看备案编号、公示链接和算法说明是否在位。只有本企业和主管部门能看到结果。',
    'Filed websites are visited regularly: do the number, the link to the public record and the notice stand there? Only the provider and the offices in charge see the results.',
  ),
  backToFiling: text('返回备案', 'Back to the filing'),
  results: text('现状', 'Where it stands'),
  verdict: {
    pass: text('在位', 'Stands'),
    fail: text('不在位', 'Does not stand'),
    'not-enough-data': text('看不清，不下结论', 'Not seen well enough'),
  },
  noSites: text(
    '公示的产品里没有网站，无法这样检查。',
    'None of the published products is a website: nothing to visit.',
  ),
  noVisits: text('还没有访问过。', 'Not visited yet.'),
  addresses: text('访问的地址', 'Addresses visited'),
  away: (days: number) => text(`连续 ${days} 天打不开`, `away on ${days} days in a row`),
  badge: text('编号和链接', 'Number and link'),
  noticeName: text('公示', 'Notice'),
  check: text('现在检查', 'Check now'),
  running: text('正在访问，完成后自动更新。', 'A visit is under way; this page updates by itself.'),
  next: (moment: string) => text(`下次访问：${moment} 之后`, `Next visit: after ${moment}`),
  history: text('访问记录', 'Visits'),
  number: { true: text('有备案编号', 'number shown'), false: text('没有看到备案编号', 'number not seen') },
  link: { true: text('有公示链接', 'link shown'), false: text('没有看到公示链接', 'link not seen') },
  notice: {
    shown: text('页面上有公示', 'notice on the page'),
    linked: text('链接的页面上有公示', 'notice on a linked page'),
    absent: text('没有看到公示', 'notice not seen'),
  },
  unreadable: text('打不开', 'Could not be read'),
  way: { browser: text('浏览器', 'browser'), 'without-script': text('不运行脚本', 'without script') },
  askedBy: {
    schedule: text('定期', 'scheduled'),
    operator: text('运维人员', 'by the operator'),
    person: text('有人请求', 'asked for'),
  },
  screenshot: text('查看截图', 'See the picture'),
  means: text('怎样理解这些结果', 'How to read this'),
} as const;
