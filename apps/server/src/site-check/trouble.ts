import type { SiteVisit } from '@suanjian/records';
import { civilDateOf, text, type Text } from '@suanjian/rulebook';

/** What is missing at a site; `away`: it could not be read at all. */
export type Missing = 'away' | 'badge' | 'notice';

/** Undefined where the visit cannot say: without script a thing that is not seen may still be there. */
const missingAt = ({ outcome, way }: SiteVisit): readonly Missing[] | undefined => {
  if (outcome.kind === 'away') return ['away'];
  const { number, link, notice } = outcome.findings;
  const missing: readonly Missing[] = [
    ...(number && link ? [] : (['badge'] as const)),
    ...(notice === 'absent' ? (['notice'] as const) : []),
  ];
  return missing.length > 0 && way !== 'browser' ? undefined : missing;
};

export interface Trouble {
  /** Days in a row, up to the latest visit, on which something was missing. */
  readonly days: number;
  /** What the latest visit that could say missed. */
  readonly missing: readonly Missing[];
}

/** @param visits of one address, the newest first */
export const troubleOf = (visits: readonly SiteVisit[]): Trouble => {
  const told = visits.flatMap((visit) => {
    const missing = missingAt(visit);
    return missing === undefined ? [] : [{ at: visit.at, missing }];
  });
  const sound = told.findIndex(({ missing }) => missing.length === 0);
  const bad = sound === -1 ? told : told.slice(0, sound);
  return { days: new Set(bad.map(({ at }) => civilDateOf(at))).size, missing: bad[0]?.missing ?? [] };
};

const words: Readonly<Record<Missing, Text>> = {
  away: text('网站打不开', 'the site cannot be reached'),
  badge: text('没有看到备案编号和公示链接', 'the filing number with its link is not seen'),
  notice: text('没有看到推荐服务的告知内容', 'the notice about recommendations is not seen'),
};

const named = (missing: readonly Missing[]): Text =>
  text(missing.map((each) => words[each].zh).join('，'), missing.map((each) => words[each].en).join(', and '));

/** What the provider is told when something begins to be missing. */
export const beganTexts = (address: string, { missing }: Trouble, tolerated: number) => ({
  subject: text(`网站公示检查：${address} 需要处理`, `Site check: ${address} needs mending`),
  body: text(
    `${named(missing).zh}（final/16，final/26）。系统每天再看一次；连续 ${tolerated} 天如此，主管部门会收到通知。各次访问和截图见备案的“网站公示检查”页。`,
    `At this visit ${named(missing).en} (final/16, final/26). It is looked at again every day; after ${tolerated} days in a row the office is told. The visits and their pictures stand on the filing’s page of site checks.`,
  ),
});

/** What the office is told once it has lasted. */
export const lastedTexts = (address: string, { missing, days }: Trouble) => ({
  subject: text(
    `网站公示检查：${address} 已连续 ${days} 天未通过`,
    `Site check: ${address} has failed for ${days} days in a row`,
  ),
  body: text(
    `${named(missing).zh}（final/16，final/26）。企业在第一次发现时已收到通知。各次访问和截图见备案的“网站公示检查”页。`,
    `At the latest visit ${named(missing).en} (final/16, final/26). The provider was told when it was first seen. The visits and their pictures stand on the filing’s page of site checks.`,
  ),
});
