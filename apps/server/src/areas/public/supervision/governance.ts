import type { GovernanceFigures, ShownCount } from '@suanjian/contracts';
import { countAudits, countByStatus, registerFigures } from '@suanjian/records';
import { civilDateOf, text, type Text } from '@suanjian/rulebook';
import type { Services } from '../../../services.ts';
import { officePunctuality } from '../clocks.ts';
import { campaignsModel } from './campaigns.ts';
import { decisionsPage } from './decisions.ts';
import { standardsModel } from './standards.ts';
import { shownAlone } from './suppression.ts';

type Figure = GovernanceFigures['parts'][number]['figures'][number];

const figure = (name: string, value: ShownCount, title: Text, meaning: Text, path?: string): Figure => ({
  name,
  title,
  meaning,
  value,
  unit: 'count',
  ...(path === undefined ? {} : { path }),
});

const counted = ['assessment', 'ethics-review', 'complaint', 'rectification'] as const;

/**
 * What governance has come to, by the parts that the guiding opinions name. What is public one by one is counted exactly; what is not is counted
 * from ten on. Inspections, cases and assessments by an office are not counted at all: a number that moves would tell of one before its time.
 */
export const governanceFigures = async (
  services: Pick<Services, 'store' | 'matters' | 'now'>,
): Promise<GovernanceFigures> => {
  const { database } = services.store;
  const today = civilDateOf(services.now());
  const register = await registerFigures(database);
  const totals = await countByStatus(database, counted);
  const inStates = (kind: (typeof counted)[number], passes: (status: string) => boolean): number =>
    [...(totals.get(kind) ?? [])].reduce((sum, [status, count]) => (passes(status) ? sum + count : sum), 0);
  const audits = await countAudits(database);
  const punctuality = (await officePunctuality(database, today)).rows;
  const answered = punctuality.reduce((sum, { onTime, late, openLate }) => sum + onTime + late + openLate, 0);
  const onTime = punctuality.reduce((sum, row) => sum + row.onTime, 0);
  const { items: campaigns } = await campaignsModel(services);
  const { items: standards } = await standardsModel(services);
  const decisions = await decisionsPage(services, '1');
  const keptStandards = standards
    .flatMap(({ adoptions }) => adoptions)
    .filter(({ withdrawn }) => withdrawn === undefined);

  return {
    asOf: today,
    parts: [
      {
        name: 'filing',
        title: text('备案', 'Filing'),
        clauses: ['opinions/9', 'final/24.1'],
        figures: [
          figure(
            'subjects',
            register.subjects,
            text('备案主体', 'Companies and bodies'),
            text('公示库中不同的主体，同名的算一个。', 'Different ones in the register; the same name counts once.'),
            '/register',
          ),
          figure(
            'records',
            register.records,
            text('备案的算法', 'Filed algorithms'),
            text('包括已经注销和撤销的。', 'Those cancelled or revoked since are among them.'),
            '/register',
          ),
          figure(
            'cancelled',
            register.cancelled + register.revoked,
            text('已注销或者撤销', 'Cancelled or revoked'),
            text('不再有效的备案。', 'Filings that hold no longer.'),
            '/register?status=cancelled&status=revoked',
          ),
        ],
      },
      {
        name: 'assessment',
        title: text('评估与审查', 'Assessment and review'),
        clauses: ['opinions/8', 'final/27', 'final/8'],
        figures: [
          figure(
            'assessments',
            shownAlone(inStates('assessment', (status) => status === 'sent' || status === 'read')),
            text('提交的安全评估报告', 'Safety assessments handed in'),
            text('企业签署并提交给主管部门的。', 'Signed by a company and sent to its office.'),
          ),
          figure(
            'ethicsReviews',
            shownAlone(inStates('ethics-review', (status) => status === 'approved' || status === 'rejected')),
            text('作出决定的伦理审查', 'Ethics reviews decided'),
            text('企业的委员会通过或者否决的。', 'Approved or rejected by a company’s committee.'),
          ),
        ],
      },
      {
        name: 'monitoring',
        title: text('监测', 'Monitoring'),
        clauses: ['opinions/7', 'opinions/10'],
        figures: [
          figure(
            'audits',
            shownAlone(audits.bundles),
            text('收到的审计结果', 'Audit results received'),
            text(
              '企业签名上传的份数。只公布份数，不公布任何一项检查的结论。',
              'Signed by companies and handed in. Their number only: what a check found is not published.',
            ),
          ),
        ],
      },
      {
        name: 'redress',
        title: text('网民监督', 'What users bring'),
        clauses: ['opinions/6', 'final/22', 'final/30'],
        figures: [
          figure(
            'complaints',
            shownAlone(inStates('complaint', (status) => status !== 'held' && status !== 'set-aside')),
            text('投诉和举报', 'Complaints and reports'),
            text(
              '受理的件数，不含等待查看和搁置的。',
              'Taken up; without those that wait for a look or were set aside.',
            ),
            '/punctuality/complaints',
          ),
          figure(
            'settled',
            shownAlone(inStates('complaint', (status) => status === 'closed' || status === 'decided')),
            text('已经了结', 'Settled'),
            text('投诉人满意，或者主管部门已经决定。', 'The person is content, or the office has decided.'),
          ),
        ],
      },
      {
        name: 'supervision',
        title: text('查处', 'Acting on violations'),
        clauses: ['opinions/11', 'final/28.1', 'final/31'],
        figures: [
          figure(
            'orders',
            shownAlone(inStates('rectification', (status) => status !== 'prepared' && status !== 'withdrawn')),
            text('责令整改', 'Orders to rectify'),
            text('已经送达企业的。', 'Served on a company.'),
          ),
          figure(
            'rectified',
            shownAlone(inStates('rectification', (status) => status === 'rectified')),
            text('整改完成', 'Rectified'),
            text('每一项措施都经过核实。', 'Every measure was verified.'),
          ),
          figure(
            'decisions',
            decisions.total,
            text('公布的处罚决定', 'Published decisions'),
            text('包括后来撤回公开的。', 'Those whose publication was withdrawn later are among them.'),
            '/decisions',
          ),
          figure(
            'campaigns',
            campaigns.length,
            text('公布进展的专项行动', 'Campaigns shown'),
            text('进行中和已经结束的。', 'Under way or closed.'),
            '/campaigns',
          ),
        ],
      },
      {
        name: 'structure',
        title: text('多方参与', 'Everybody takes part'),
        clauses: ['opinions/goal.1', 'opinions/5', 'final/25'],
        figures: [
          figure(
            'standards',
            standards.reduce((sum, { versions }) => sum + versions.length, 0),
            text('行业标准的版本', 'Versions of industry standards'),
            text('行业组织发布的。', 'Published by bodies of the industry.'),
            '/standards',
          ),
          figure(
            'adoptions',
            keptStandards.length,
            text('采用行业标准', 'Standards kept to'),
            text('企业公开采用、没有退出的。', 'By companies, in public, and not given up.'),
            '/standards',
          ),
          {
            ...figure(
              'punctuality',
              answered < 10 ? 'few' : Math.floor((onTime * 1000) / answered),
              text('主管部门按时率', 'Offices’ share in time'),
              text(
                '各地部门按时办结的，占已办结和已逾期的比例。不足十件的不计算。',
                'What offices answered in time, of all they answered or are overdue with. Not given below ten.',
              ),
              '/punctuality',
            ),
            unit: 'share',
          },
        ],
      },
    ],
  };
};
