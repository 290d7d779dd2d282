import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { clockParty, officeLevels, officeParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../../engine/refusal.ts';
import { ownDateRefusals } from '../../common/own-date.ts';
import type { RectificationEvent, RectificationState } from '../state.ts';

const m = matterOf<RectificationState, RectificationEvent>();

export const serve = m.command({
  title: text('送达', 'Serve'),
  help: text(
    '负责人审核后送达企业，期限从今天开始。日期到今天已经不在以后或者变成休息日的，须撤回重发。',
    'A supervisor serves it and the time begins today. Where the day is no longer ahead, or has become a day off, withdraw it and order anew.',
  ),
  by: [officeParty(officeLevels, 'supervisor')],
  from: ['prepared'],
  to: ['ordered'],
  clauses: ['final/28.1', 'draft/24.1'],
  input: z.strictObject({}),
  decide: ({ due }, _input, { today, calendar }) =>
    acceptUnless(ownDateRefusals(due, today, { calendar }, '/by'), { type: 'served' }),
});

export const withdraw = m.command({
  title: text('撤回通知', 'Withdraw the order'),
  help: text('写错了或者不再需要的，撤回并写明理由。', 'Where it is wrong or no longer needed; say why.'),
  by: [officeParty(officeLevels, 'supervisor')],
  from: ['prepared', 'ordered', 'overdue', 'answered'],
  to: ['withdrawn'],
  reason: 'required',
  input: z.strictObject({}),
  decide: () => accept({ type: 'withdrawn' }),
});

const nothingAsked = {
  code: 'rectification/no-request',
  text: text('企业没有申请延期。', 'The company has not asked for more time.'),
};

export const extend = m.command({
  title: text('同意延期', 'Give more time'),
  help: text(
    '按企业申请的日期延期，写明理由。只能延期一次。',
    'Until the day the company asked for, with a reason. Possible once.',
  ),
  by: [officeParty(officeLevels, 'reviewer', 'supervisor')],
  from: ['ordered', 'overdue'],
  to: ['ordered'],
  reason: 'required',
  offered: ({ asked }) => asked !== undefined,
  input: z.strictObject({}),
  decide: ({ asked }, _input, { today, calendar }) =>
    asked === undefined
      ? refuse(nothingAsked)
      : acceptUnless(ownDateRefusals(asked.until, today, { calendar }, '/until'), {
          type: 'extended',
          until: asked.until,
        }),
});

export const declineExtension = m.command({
  title: text('不同意延期', 'Decline more time'),
  help: text('原来的日期不变，写明理由。', 'The day stays as it is; say why.'),
  by: [officeParty(officeLevels, 'reviewer', 'supervisor')],
  from: ['ordered', 'overdue'],
  reason: 'required',
  offered: ({ asked }) => asked !== undefined,
  input: z.strictObject({}),
  decide: ({ asked }) => (asked === undefined ? refuse(nothingAsked) : accept({ type: 'extension-declined' })),
});

/** Given by the clock itself, on the day after the last. */
export const lapse = m.command({
  title: text('逾期', 'Time is over'),
  help: text('期限届满由系统办理。', 'Done by the system when the time runs out.'),
  by: [clockParty],
  from: ['ordered'],
  to: ['overdue'],
  input: z.strictObject({}),
  decide: () => accept({ type: 'lapsed' }),
});
