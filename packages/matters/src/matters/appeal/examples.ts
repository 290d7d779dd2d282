import type { FormValues } from '../../engine/form.ts';

export const exampleAppeal: FormValues = {
  against: 'worker-penalty',
  company: '云岭科技有限公司',
  reference: 'order-9',
  why: '当时封路，平台的路线走不通。',
  wanted: '取消扣罚。',
  reached: 'contact',
  contact: 'rider@example.org',
  identity: '骑手甲',
  share: true,
};
