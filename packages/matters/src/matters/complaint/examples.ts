import type { FormValues } from '../../engine/form.ts';

/** Names nobody; the number is put in by whoever knows one. */
export const exampleComplaint: FormValues = {
  kind: 'differential-price',
  company: '云岭科技有限公司',
  service: '云岭商城',
  to: 'provider',
  what: '同一时间同一件商品，我的价格是 120 元，朋友的是 98 元，两个账号都没有用优惠券。',
  where: 'https://shop.example.cn/item/1',
  request: 'q-77',
  wanted: '退还差价，说明原因。',
  reached: 'contact',
  contact: 'reader@example.org',
  share: false,
};

export const exampleWorkerComplaint: FormValues = {
  kind: 'worker',
  service: '云岭配送',
  to: 'provider',
  what: '系统给的时间不够，绕路也算超时，每单扣两元。',
  request: 'order-9',
  reached: 'contact',
  contact: 'rider@example.org',
  share: true,
};
