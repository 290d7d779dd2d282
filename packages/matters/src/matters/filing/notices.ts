import { formatFilingNumber, filingNumber } from '@suanjian/register';
import { text, type Text } from '@suanjian/rulebook';
import type { Consequences, EventMeta, MatterSettings, Notice } from '../../engine/definition.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import { lapseEffects } from '../common/lapse.ts';
import { reviewAgainEffects } from '../common/material-change.ts';
import type { FilingEvent, FilingState } from './state.ts';
import { titleOf } from './title.ts';

const provider = (subject: Text, body: Text): Consequences => ({ notices: [{ to: 'provider', subject, body }] });
const office = (officeLevel: OfficeLevel, subject: Text, body: Text): Consequences => ({
  notices: [{ to: { officeLevel }, subject, body } satisfies Notice],
});

const levelOf = ({ status }: FilingState): OfficeLevel => (status === 'second-review' ? 'nation' : 'province');

/** Notices name the algorithm and where it stands. Reasons and whatever is sealed are read in the matter, where readings are recorded. */
export const filingConsequences = (
  event: FilingEvent,
  state: FilingState,
  _meta: EventMeta,
  { settings }: { readonly settings: MatterSettings },
): Consequences => {
  const title = titleOf(state.form);
  switch (event.type) {
    case 'submitted': {
      const again = state.submissions.length > 1;
      return office(
        'province',
        again
          ? text(`补正后再次提交：${title}`, `Submitted again: ${title}`)
          : text(`算法备案待审核：${title}`, `Filing to review: ${title}`),
        text(
          '收到一份算法备案，答复期限从今天起算。',
          'A filing has arrived; the time for the answer counts from today.',
        ),
      );
    }
    case 'forwarded':
      return office(
        'nation',
        text(`算法备案报送国家级审核：${title}`, `Filing forwarded: ${title}`),
        text(
          '省级审核已通过，答复期限继续计算。',
          'The province has passed it; the time for the answer keeps running.',
        ),
      );
    case 'returned':
      return provider(
        text(`算法备案退回补正：${title}`, `Filing returned: ${title}`),
        text('请查看指出的问题，补正后再次提交。', 'Read what was pointed out, complete it and submit again.'),
      );
    case 'filed': {
      const printed = formatFilingNumber(filingNumber(event.number), settings.numberPrefix);
      return provider(
        text(`已备案：${title}`, `Filed: ${title}`),
        text(
          `备案编号 ${printed}。请在网站、应用的醒目位置标明编号并链接到公示页。`,
          `The number is ${printed}. Show it in a conspicuous place, with a link to the public record.`,
        ),
      );
    }
    case 'refused':
      return provider(
        text(`不予备案：${title}`, `Filing refused: ${title}`),
        text('理由和依据见办理记录。', 'The reasons and the basis stand in the record.'),
      );
    case 'cancelled':
      return {
        ...provider(
          text(`备案已注销：${title}`, `Filing cancelled: ${title}`),
          text('公示页保留历史记录，标明已注销。', 'The public record keeps the history and says so.'),
        ),
        effects: lapseEffects(event.lapsing ?? []),
      };
    case 'revoked':
      return {
        ...provider(
          text(`备案已撤销：${title}`, `Filing revoked: ${title}`),
          text('依据见办理记录，公示页标明已撤销。', 'The basis stands in the record; the public record says so.'),
        ),
        effects: lapseEffects(event.lapsing ?? []),
      };
    case 'wrote': {
      const words = [
        text(`新消息：${title}`, `New message: ${title}`),
        text('请登录后在备案中查看。', 'Sign in and read it in the filing.'),
      ] as const;
      return event.side === 'office' ? provider(...words) : office(levelOf(state), ...words);
    }
    case 'grade-proposed':
      return office(
        levelOf(state),
        text(`评估建议调整等级：${title}`, `A grade is proposed: ${title}`),
        text('请在备案中答复并说明理由。', 'Answer it in the filing, with your reason.'),
      );
    case 'amended':
      return { effects: reviewAgainEffects(event.reviews ?? [], event.reasons) };
    case 'opened':
    case 'saved':
    case 'withdrawn':
    case 'graded':
    case 'grade-overridden':
    case 'grade-proposal-answered':
    case 'assigned':
    case 'noted':
      return {};
  }
};
