import { text, type CivilDate, type EditionId, type Text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import { promisedKinds, type PromisedKind } from '../common/commitments.ts';
import { entriesOf } from '../common/part.ts';
import { commitmentsOn } from './public.ts';
import { promisedTitles } from './promise-form.ts';
import type { ResponsibilityState } from './state.ts';
import {
  isThere,
  managementSystems,
  requiredSystems,
  systemField,
  systemParts,
  type SystemId,
  type SystemPart,
} from './systems.ts';

/** Something that the edition asks for and that is not there, not in force, or overdue. */
export interface ResponsibilityGap {
  /** Stable, for programs: `system-missing` and so on. */
  readonly code:
    | 'system-missing'
    | 'system-incomplete'
    | 'system-not-in-force'
    | 'review-overdue'
    | 'officer-missing'
    | 'body-missing'
    | 'staff-missing'
    | 'means-missing'
    | 'rules-unpublished'
    | 'limits-unpublished';
  readonly text: Text;
  readonly clause: string;
  /** JSON pointer into the state. */
  readonly pointer: string;
  readonly system?: SystemId;
}

const partTitles: Readonly<Record<SystemPart, Text>> = {
  OwnerPost: text('负责岗位', 'post in charge'),
  Owner: text('负责人', 'person in charge'),
  Document: text('文件', 'document'),
  Version: text('版本', 'version'),
  Approved: text('批准日期', 'day of approval'),
  ReviewMonths: text('复核周期', 'how often it is reviewed'),
  Status: text('状态', 'status'),
};

const inForce: ReadonlySet<unknown> = new Set(['in-force', 'being-revised']);

type Asked = Pick<ResponsibilityState, 'form' | 'adopted' | 'reviews' | 'rules' | 'commitments' | 'earlierCommitments'>;

const systemGaps = (
  id: SystemId,
  form: FormValues,
  reviews: Asked['reviews'],
  clause: string,
  today: CivilDate,
): readonly ResponsibilityGap[] => {
  const { title } = managementSystems[id];
  const missing = systemParts.filter((part) => !isThere(form[systemField(id, part)]));
  const gap = (code: ResponsibilityGap['code'], part: SystemPart, zh: string, en: string): ResponsibilityGap => ({
    code,
    text: text(zh, en),
    clause,
    pointer: `/form/${systemField(id, part)}`,
    system: id,
  });
  const first = missing[0];
  if (missing.length === systemParts.length)
    return [gap('system-missing', 'Document', `没有「${title.zh}」制度。`, `There is no system for “${title.en}”.`)];
  const gaps: ResponsibilityGap[] = [];
  if (first !== undefined)
    gaps.push(
      gap(
        'system-incomplete',
        first,
        `「${title.zh}」制度缺：${missing.map((part) => partTitles[part].zh).join('、')}。`,
        `“${title.en}” lacks: ${missing.map((part) => partTitles[part].en).join(', ')}.`,
      ),
    );
  const status = form[systemField(id, 'Status')];
  if (isThere(status) && !inForce.has(status))
    gaps.push(
      gap('system-not-in-force', 'Status', `「${title.zh}」制度没有在施行。`, `“${title.en}” is not in force.`),
    );
  const next = reviews[id]?.next;
  if (next !== undefined && next < today)
    gaps.push(
      gap(
        'review-overdue',
        'ReviewMonths',
        `「${title.zh}」制度应在 ${next} 前复核，已经超期。`,
        `“${title.en}” was to be reviewed by ${next} and is overdue.`,
      ),
    );
  return gaps;
};

const peopleGaps = (form: FormValues, clause: string): readonly ResponsibilityGap[] => {
  const gaps: ResponsibilityGap[] = [];
  const lacking = (names: readonly string[]): string | undefined => names.find((name) => !isThere(form[name]));
  const missing = (code: ResponsibilityGap['code'], names: readonly string[], words: Text, asked = clause): void => {
    const name = lacking(names);
    if (name !== undefined) gaps.push({ code, text: words, clause: asked, pointer: `/form/${name}` });
  };
  missing(
    'officer-missing',
    ['officer', 'officerPost'],
    text('没有写明算法安全负责人及其职务。', 'No responsible officer is named, or not with a post.'),
  );
  missing(
    'body-missing',
    ['body'],
    text('没有写明管理算法安全的机构。', 'No body that manages algorithm safety is named.'),
    'opinions/4',
  );
  missing(
    'staff-missing',
    ['users', 'staff', 'proportion'],
    text(
      '没有写明服务规模、专职人数，以及两者怎样相称。',
      'The size of the service, its full-time staff, and how one fits the other are not all stated.',
    ),
  );
  // A masked list is there, whatever it holds.
  const means = form['means'];
  if (!isThere(means) || (Array.isArray(means) && entriesOf(form, 'means').length === 0))
    gaps.push({
      code: 'means-missing',
      text: text('没有写明技术措施和技术支撑。', 'No technical means are stated.'),
      clause,
      pointer: '/form/means',
    });
  return gaps;
};

/** The draft asks for prompt answers, but not that limits be published. */
const publishedLimits = (edition: EditionId): readonly PromisedKind[] =>
  edition === 'draft' ? [] : promisedKinds.filter((kind) => kind === 'complaint' || kind === 'appeal');

/**
 * What the edition asks of a provider and its register does not show. Of what is in force: what is only being written counts where nothing
 * has been adopted yet. Training is kept and no clause asks for it by name, so its absence is no gap.
 * @param state of the register, or undefined where the provider has none.
 */
export const responsibilityGaps = (
  state: Asked | undefined,
  edition: EditionId,
  today: CivilDate,
): readonly ResponsibilityGap[] => {
  const clause = edition === 'draft' ? 'draft/7' : 'final/7';
  const { form = {}, adopted, reviews = {}, rules = [] } = state ?? {};
  const values = adopted ?? form;
  const gaps: ResponsibilityGap[] = requiredSystems(edition, values).flatMap((id) =>
    systemGaps(id, values, reviews, clause, today),
  );
  gaps.push(...peopleGaps(values, clause));
  if (!rules.some(({ since }) => since <= today))
    gaps.push({
      code: 'rules-unpublished',
      text: text('没有公布施行中的服务规则。', 'No service rules in force are published.'),
      clause,
      pointer: '/rules',
    });
  const limits = (state === undefined ? undefined : commitmentsOn(state, today))?.limits ?? {};
  for (const kind of publishedLimits(edition))
    if (limits[kind] === undefined)
      gaps.push({
        code: 'limits-unpublished',
        text: text(
          `没有公布「${promisedTitles[kind].zh}」的时限。`,
          `No time limit is published for “${promisedTitles[kind].en}”.`,
        ),
        clause: 'final/22',
        pointer: `/commitments/limits/${kind}`,
      });
  return gaps;
};
