import { refusalFor } from '../common/refusal-for.ts';

export const refusal = refusalFor('official-assessment');

export const alone = refusal(
  'same-officer',
  '须由另一名成员办理，一个人不能单独完成。',
  'Another member has to do this: it takes two.',
);

export const unknownBundle = refusal(
  'unknown-bundle',
  '这家企业没有这个核验过的结果包，或者里面没有这项检查。',
  'The company has no such verified bundle, or there is no such check in it.',
  '/bundle',
);

export const noDays = refusal(
  'bundle-without-days',
  '这个结果包审计的是文件，没有时段，不能作证据。',
  'This bundle is about files and names no days; it is no evidence here.',
  '/bundle',
);
