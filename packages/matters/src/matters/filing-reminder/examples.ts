import type { FormValues } from '../../engine/form.ts';

/** Fictional throughout. */
export const exampleReminder: FormValues = {
  service: '示例短视频',
  why: '有个性化推送和热榜，用户可以评论和转发。',
  by: '2026-12-31',
  every: '10',
};

export const exampleAnswer: FormValues = { answer: 'not-needed', account: '服务只供本公司员工使用。' };
