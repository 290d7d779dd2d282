import { text } from '@suanjian/rulebook';

export const standardTexts = {
  versions: text('发布的版本', 'Versions published'),
  none: text('还没有发布版本。', 'No version has been published.'),
  from: (day: string) => text(`自 ${day} 起可以采用`, `can be adopted from ${day}`),
  published: (day: string) => text(`${day} 发布`, `published ${day}`),
  withdrawn: (day: string) => text(`${day} 撤下`, `withdrawn ${day}`),
  pack: text('检查包的 SHA-256', 'SHA-256 of the check pack'),
  thresholds: text('阈值', 'Thresholds'),
  adopted: text('采用的版本', 'Version adopted'),
  earlier: text('以前采用的版本', 'Versions adopted before'),
  since: (day: string) => text(`自 ${day} 起采用`, `adopted since ${day}`),
};
