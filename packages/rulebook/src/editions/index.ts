import type { Edition } from '../clause.ts';
import { campaign } from './campaign/index.ts';
import { checklist } from './checklist/index.ts';
import { draft } from './draft/index.ts';
import { final } from './final/index.ts';
import { labels2025 } from './labels-2025/index.ts';
import { opinions } from './opinions/index.ts';
import { penaltyLaw } from './penalty-law/index.ts';
import { safety2018 } from './safety-2018/index.ts';

/** Every edition the rulebook holds, the regulation in force first. */
export const editions: readonly Edition[] = [
  final,
  draft,
  opinions,
  campaign,
  checklist,
  safety2018,
  labels2025,
  penaltyLaw,
];
