import { text } from '@suanjian/rulebook';

/** Words around fields that are picked from what is there already. */
export const pickTexts = {
  search: text('按名称、编号或日期查找', 'Search by name, number or date'),
  looking: text('正在查找…', 'Looking…'),
  none: text('没有可供选择的。', 'There is nothing to choose from.'),
  notFound: text('没有找到，请换一个词。', 'Nothing was found. Try another word.'),
  found: (count: number, more: boolean) =>
    more
      ? text(
          `显示最新的 ${count} 项；还有更多，请输入文字缩小范围`,
          `The newest ${count}; there are more, type to narrow them down`,
        )
      : text(`${count} 项`, count === 1 ? 'One to choose from' : `${count} to choose from`),
  nothing: text('不选', 'Choose none'),
  outOfSight: text('您看不到所选的内容，或者它已经不在', 'What was chosen is out of your sight, or gone'),
  opened: (moment: string) => text(`${moment} 提出`, `opened ${moment}`),
} as const;

/** What a comparison of an audit says. */
export const comparisonTexts = {
  panel: text('审计的可比比较', 'The matched comparison of the audit'),
  n: (count: string) => text(`样本约 ${count}`, `about ${count} cases`),
  matched: text('怎样比较', 'How it was matched'),
  signedBy: (name: string, moment: string) =>
    text(
      `由登记的密钥 ${name} 签名，${moment} 上传时已核验。`,
      `Signed by the registered key ${name}; verified when it was sent, ${moment}.`,
    ),
  parts: text('分项', 'In each part'),
  part: text('比较的人群', 'Who is compared'),
  verdict: text('结论', 'Verdict'),
  estimate: text('估计值', 'Estimate'),
  interval: text('区间', 'Interval'),
  size: text('样本', 'Cases'),
  all: text('全部审计结论', 'All audit results of the filing'),
  levels: {
    tenure: text('老用户与新用户', 'Old against new customers'),
    orders: text('常客与其他人', 'Frequent against other customers'),
    spending: text('高消费与其他人', 'Well-spending against other customers'),
    device: text('所列设备与其他设备', 'The named devices against others'),
  },
} as const;
