import type { FormValues } from '../../engine/form.ts';

/** An unannounced inspection on the Monday after. Fictional throughout, as everything here. */
export const examplePlan: FormValues = {
  targets: '首页个性化推送。',
  clauses: [{ clause: 'final/17.1' }, { clause: 'final/21' }],
  way: 'on-the-spot',
  visitOn: '2026-03-23',
  basis: 'final/28.1',
  why: '多起投诉反映关闭个性化以后仍然推送。',
  given: true,
  free: true,
};

export const announcedPlan: FormValues = {
  ...examplePlan,
  way: 'announced',
  visitOn: '2026-03-27',
  tellOn: '2026-03-25',
};

export const exampleIdentity: FormValues = {
  certificate: '粤A-1001',
  toWhom: '王例',
  capacity: '值班经理',
  shown: true,
};

export const exampleItem = (clause: string): FormValues => ({
  clause,
  result: 'met',
  seen: '当场操作并核对后台配置。',
});

export const exampleFinding: FormValues = {
  clause: 'final/17.1',
  what: '关闭个性化推荐以后，首页仍按兴趣标签排序。',
  from: '2026-03-01',
  gravity: 'ordinary',
  evidence: 'document',
  document: '后台配置截图三页，复印件存第二卷。',
};

export const exampleRecord = (signBy: string): FormValues => ({
  summary: '上午九时到场，核对推荐服务和后台配置。',
  signBy,
});

export const exampleSignature: FormValues = {
  signer: '王例',
  capacity: '算法安全负责人',
  accepts: false,
  objection: '只影响旧版客户端。',
};

export const exampleRefusal: FormValues = {
  kind: 'refused',
  note: '负责人看过记录，当面表示不签。',
  witnesses: [
    { name: '赵例', of: '园区物业' },
    { name: '钱例', of: '街道办事处' },
  ],
};

export const exampleReport: FormValues = { conclusion: '发现一个问题，须在期限内改正。', outcome: 'rectification' };
