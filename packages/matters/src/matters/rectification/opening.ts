import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { officeLevels, officeParty } from '../../engine/party.ts';
import { acceptUnless, refuse } from '../../engine/refusal.ts';
import { clausesIn } from '../common/clause-list.ts';
import { officeLevelOf } from '../common/desk.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { gatherSupervised, unknownSupervised, type SupervisedFacts } from '../common/supervised.ts';
import { orderForm } from './form.ts';
import { rectificationGrounds } from './grounds.ts';
import type { RectificationEvent, RectificationState } from './state.ts';

const m = matterOf<RectificationState, RectificationEvent>();

export const opening = m.opening<FormValues, SupervisedFacts>({
  title: text('责令限期整改', 'Order a rectification'),
  help: text(
    '写明条款、措施、怎样算完成和完成日期；由负责人送达之后企业才看得到。',
    'Clauses, measures, what shows that they are done, and the day. The company sees it once a supervisor has it served.',
  ),
  by: [officeParty(officeLevels, 'reviewer', 'supervisor')],
  alsoOn: rectificationGrounds,
  fromWarning: true,
  to: 'prepared',
  clauses: ['final/28.1', 'draft/24.1', 'final/31', 'draft/27', 'campaign/2.5'],
  ...asking(orderForm),
  gather: (order, lookups, context) => gatherSupervised(wordsIn(order, 'provider'), lookups, context),
  decide: (given, { gathered: { about, parent, references }, actor, today, calendar }) => {
    const order = shownValues(orderForm, partOf(given));
    const unknown = unknownSupervised(about, actor, '/provider');
    const due = asCivilDate(wordsIn(order, 'by'));
    const [first] = unknown;
    if (about === undefined || due === undefined || first !== undefined)
      return first === undefined
        ? refuse({ code: 'date/missing', pointer: '/by', text: text('请填写完成日期。', 'Set the day.') })
        : refuse(first);
    return acceptUnless(ownDateRefusals(due, today, { calendar }, '/by'), {
      type: 'opened',
      owner: about.owner,
      place: about.place,
      title: about.name,
      level: officeLevelOf(actor) ?? 'province',
      order: { ...order, provider: wordsIn(order, 'provider') || about.name },
      clauses: clausesIn(order),
      references,
      due,
      ...(parent === undefined ? {} : { parent: { kind: parent.kind, id: parent.id } }),
      ...(about.filing === undefined ? {} : { filing: about.filing }),
      ...(about.number === undefined ? {} : { number: about.number }),
    });
  },
});
