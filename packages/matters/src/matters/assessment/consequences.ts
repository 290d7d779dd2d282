import { text, type Text } from '@suanjian/rulebook';
import type { Consequences, EventMeta, MatterSettings } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import { titleOf } from './title.ts';
import type { AssessmentEvent, AssessmentState } from './state.ts';

const provider = (subject: Text, body: Text): Consequences => ({ notices: [{ to: 'provider', subject, body }] });
const office = (subject: Text, body: Text): Consequences => ({
  notices: [{ to: { officeLevel: 'province' }, subject, body }],
});

/** Notices name what is assessed and where it stands; answers, gaps and names stay in the matter. */
export const assessmentConsequences = (
  event: AssessmentEvent,
  { form }: AssessmentState,
  _meta: EventMeta,
  { matter }: { readonly matter: MatterId; readonly settings: MatterSettings },
): Consequences => {
  const title = titleOf(form);
  switch (event.type) {
    case 'submitted':
      return provider(
        text(`评估待签署：${title}`, `Assessment to sign: ${title}`),
        text(
          '请负责人查看答案、缺口和理由后签署。',
          'The responsible officer is to look at answers, gaps and reasons, and sign.',
        ),
      );
    case 'sent-back':
      return provider(
        text(`评估退给编辑：${title}`, `Assessment given back: ${title}`),
        text('负责人没有签署，理由见办理记录。', 'The officer has not signed; the reason stands in the record.'),
      );
    case 'signed':
      return event.supersedes === undefined
        ? {}
        : {
            effects: [
              { matter: { kind: 'assessment', id: event.supersedes }, command: 'supersede', input: { by: matter } },
            ],
          };
    case 'sent':
      return office(
        text(`收到安全评估报告：${title}`, `A safety assessment has arrived: ${title}`),
        text('请进行书面审查。', 'Please review it in writing.'),
      );
    case 'read':
      return provider(
        text(`评估报告已审阅：${title}`, `Assessment read: ${title}`),
        text(
          '主管部门书面审查后没有意见，这不是认可。',
          'The office has reviewed it without objection; that is no endorsement.',
        ),
      );
    case 'returned':
      return provider(
        text(`评估报告须补充或重做：${title}`, `Assessment to be completed: ${title}`),
        text(
          '要求见办理记录，修改后重新签署、报送。',
          'What is wanted stands in the record. Mend it, sign and send it again.',
        ),
      );
    case 'wrote': {
      const words = [
        text(`新消息：${title}`, `New message: ${title}`),
        text('请登录后在评估中查看。', 'Sign in and read it in the assessment.'),
      ] as const;
      return event.side === 'office' ? provider(...words) : office(...words);
    }
    case 'opened':
    case 'saved':
    case 'prefilled':
    case 'superseded':
    case 'withdrawn':
    case 'assigned':
    case 'noted':
      return {};
  }
};
