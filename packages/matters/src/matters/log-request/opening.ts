import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { shownValues, type FormValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import { covers, officeLevels, officeParty, type Actor, type PlaceCode } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { askingAt } from '../common/asking-at.ts';
import { basisRefusals } from '../common/basis.ts';
import { officeLevelOf } from '../common/desk.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { requestForm } from './form.ts';
import { periodIn, periodRefusals } from './scope.ts';
import type { LogRequestEvent, LogRequestState } from './state.ts';

const m = matterOf<LogRequestState, LogRequestEvent>();

interface Owner {
  readonly id: OrganisationId;
  readonly place: PlaceCode;
}

const covered = (actor: Actor, place: PlaceCode): boolean =>
  actor.kind === 'person' &&
  actor.membership?.kind === 'office' &&
  covers(actor.membership.level, actor.membership.place, place);

const unknownProvider: Refusal = {
  code: 'log-request/unknown-provider',
  pointer: '/request/provider',
  text: text(
    '没有找到这个提供者，或者不归你们管辖。请写登记的全称或备案编号。',
    'No such provider is known, or it is not of your place. Give its registered name in full, or a filing number.',
  ),
};

export const opening = m.opening<{ readonly request: FormValues }, Owner | undefined>({
  title: text('调取日志', 'Request logs'),
  help: text(
    '写明依据、范围和目的，由两名负责人分别批准。批准之前提供者看不到。',
    'Give basis, scope and purpose; two supervisors approve it one after the other. Until then the provider does not see it.',
  ),
  by: [officeParty(officeLevels, 'reviewer', 'supervisor')],
  to: 'requested',
  clauses: ['final/28.2', 'draft/23.2'],
  ...askingAt('request', requestForm),
  gather: async ({ request }, lookups) => {
    const named = wordsIn(request, 'provider');
    if (!/^\d{21}$/u.test(named)) return lookups.providerNamed(named);
    const holder = await lookups.ownerOfNumber(named);
    return holder === undefined ? undefined : { id: holder.owner, place: holder.place };
  },
  decide: ({ request }, { gathered: owner, actor, today, edition }) => {
    const level = officeLevelOf(actor);
    if (owner === undefined || level === undefined || !covered(actor, owner.place)) return refuse(unknownProvider);
    const values = shownValues(requestForm, partOf(request));
    const period = periodIn(values);
    const keepUntil = asCivilDate(wordsIn(values, 'keepUntil'));
    const basis = wordsIn(values, 'basis');
    if (period === undefined || keepUntil === undefined)
      return refuse({
        code: 'log-request/period-missing',
        pointer: '/request/to',
        text: text('范围须有起止日期。', 'The scope has a first and a last day.'),
      });
    return acceptUnless(
      [
        ...(basis === 'other-law'
          ? []
          : basisRefusals([basis], edition).map((each) => ({ ...each, pointer: '/request/basis' }))),
        ...periodRefusals(period, today, '/request'),
        ...(keepUntil > today
          ? []
          : [
              {
                code: 'log-request/kept-until-past',
                pointer: '/request/keepUntil',
                text: text('应在今天之后。', 'This should be a day to come.'),
              },
            ]),
      ],
      { type: 'opened', owner: owner.id, place: owner.place, request: values, period, keepUntil, level },
    );
  },
});
