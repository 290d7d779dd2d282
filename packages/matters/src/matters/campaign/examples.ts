import type { FormValues } from '../../engine/form.ts';
import { commitmentOf } from './drawing.ts';

/** Fictional throughout. A real seed is random and kept to oneself until the draw. */
export const exampleSeed = '0123-4567-89ab-cdef';

export const examplePlan: FormValues = {
  preset: 'campaign-2022',
  name: '南方省算法治理行动',
  from: '2026-03-23',
  until: '2026-12-31',
  sampleSize: 1,
  byGrade: true,
  commitment: commitmentOf(exampleSeed),
  goals: '重点看关闭选项和备案。',
};

/** A provider that is not registered here, and a service of it that was never filed. */
export const exampleUnfiled: FormValues = { provider: '无名科技有限公司', service: '无名短视频', grade: 'I' };

export const exampleTargets = (...providers: readonly string[]): FormValues => ({
  why: '用户多、投诉集中。',
  targets: [...providers.map((provider) => ({ provider, grade: 'I' })), exampleUnfiled],
});

export const exampleReport: FormValues = {
  results: '对象都已自查。',
  difficulties: '中小平台缺少专人。',
  next: '纳入日常检查。',
  leftOpen: '转日常监管。',
};
