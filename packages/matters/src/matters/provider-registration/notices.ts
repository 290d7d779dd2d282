import { text } from '@suanjian/rulebook';
import type { Consequences, EventMeta, Notice } from '../../engine/definition.ts';
import type { RegistrationForm } from './form.ts';
import type { RegistrationEvent, RegistrationState } from './state.ts';

const toProvider = (zh: string, en: string, bodyZh: string, bodyEn: string): Consequences => ({
  notices: [{ to: 'provider', subject: text(zh, en), body: text(bodyZh, bodyEn) }],
});

/** Notices name the matter and where it stands; reasons are read in the matter itself. */
export const registrationConsequences = (
  event: RegistrationEvent,
  state: RegistrationState,
  _meta: EventMeta,
): Consequences => {
  const { legalName = '' }: RegistrationForm = state.form;
  switch (event.type) {
    case 'submitted':
      return {
        notices: [
          {
            to: { officeLevel: 'province' },
            subject: text(`备案主体登记待审核：${legalName}`, `Registration to review: ${legalName}`),
            body: text('收到一份备案主体登记，请审核。', 'A provider has submitted its registration for review.'),
          },
        ],
      };
    case 'approved': {
      const notice: Notice = {
        to: 'provider',
        subject: text('备案主体登记已通过', 'Your registration is approved'),
        body: text('现在可以提交算法备案。', 'You can submit filings now.'),
      };
      const { name, creditCode, place, subjectCode } = event;
      return {
        notices: [notice],
        ...(state.owner === null ? {} : { organisation: { id: state.owner, name, creditCode, place, subjectCode } }),
      };
    }
    case 'returned':
      return toProvider(
        '备案主体登记需要补正',
        'Your registration needs completing',
        '请查看指出的问题，补正后再次提交。',
        'Read what was pointed out, complete it and submit again.',
      );
    case 'refused':
      return toProvider(
        '备案主体登记未通过',
        'Your registration was refused',
        '理由和依据见办理记录。',
        'The reasons and the basis stand in the record.',
      );
    case 'wrote':
      return event.side === 'office'
        ? toProvider(
            '主管部门发来消息',
            'A message from the office',
            '请在备案主体登记中查看。',
            'Read it in your registration.',
          )
        : {
            notices: [
              {
                to: { officeLevel: 'province' },
                subject: text(`备案主体来信：${legalName}`, `A message from ${legalName}`),
                body: text('请在备案主体登记中查看。', 'Read it in the registration.'),
              },
            ],
          };
    case 'opened':
    case 'saved':
    case 'reopened':
    case 'withdrawn':
    case 'assigned':
    case 'noted':
      return {};
  }
};
