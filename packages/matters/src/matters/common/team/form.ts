import { fieldsOf, list, long, official, short, yesNo } from '../fields.ts';
import { oneStepForms } from '../one-step-form.ts';

/** More than any inspection has. */
export const mostNamed = 20;

const formOf = oneStepForms('team-', 'team');

const open = fieldsOf('team', 'public', 'final/29');
const sealed = fieldsOf('team', 'confidential', 'final/29');
const person = fieldsOf('team', 'personal', 'final/29');

const given = open(
  ['我承诺保密', 'I undertake confidentiality'],
  [
    '只用于本次办理；不外泄隐私、个人信息和商业秘密，不向被查的单位和无关的人透露。',
    'What I learn serves this matter alone. I leak no privacy, personal information or trade secrets, and tell neither the company concerned nor anybody else.',
  ],
  yesNo,
);
const free = open(
  ['我没有利益冲突', 'Nothing keeps me from it'],
  [
    '没有在这个单位工作、持股、代理过，也没有亲属或者其他可能影响公正的关系。',
    'I have not worked for this company, held shares in it or acted for it, and have no relative or other tie there that could sway me.',
  ],
  yesNo,
);

/** To be spread into the form of an opening: whoever opens it undertakes and declares at once. */
export const ownDeclaration = (step: string) => ({ given: { ...given, step }, free: { ...free, step } });

export const peopleForm = formOf(
  'people',
  ['组成工作组', 'Name the team'],
  [
    '可以来自几个部门、几级机关。被点名的人先承诺保密，再声明有没有利益冲突，然后才能看到和办理。',
    'They may come from several departments and levels. Whoever is named first undertakes confidentiality, then declares whether anything keeps them from it, and only then sees the matter and acts.',
  ],
  {
    people: person(
      ['成员', 'Members'],
      ['本系统里有账号的工作人员。', 'Officials who have an account here.'],
      list(
        {
          account: person(['账号', 'Account'], ['选择一名工作人员。', 'Choose an official.'], official),
          name: person(['姓名', 'Name'], ['加密保存。', 'Kept sealed.'], short(60)),
          certificate: person(
            ['执法证件号', 'Number of the certificate'],
            [
              '现场出示的证件。没有的不填，但不能出示身份。',
              'The one shown on site. Without it, identity cannot be shown.',
            ],
            short(40),
            { required: false },
          ),
        },
        1,
        mostNamed,
      ),
    ),
  },
);

export const undertakingForm = formOf(
  'undertaking',
  ['保密承诺', 'Undertaking of confidentiality'],
  ['承诺以后才告诉您查的是谁。', 'Only then are you told whom it is about.'],
  { given },
);

export const interestsForm = formOf(
  'interests',
  ['声明利益冲突', 'Declare interests'],
  ['有冲突的随即回避，不再看到任何内容。', 'Whoever has a conflict is recused at once and sees nothing more.'],
  {
    conflict: open(
      ['有利益冲突', 'There is a conflict'],
      [
        '在这个单位工作过、持股、代理过，有亲属在那里，或者有其他可能影响公正的关系，选“是”。',
        'Yes where you have worked or acted for this company, hold shares in it, have a relative there, or another tie that could sway you.',
      ],
      yesNo,
    ),
    what: sealed(
      ['是什么', 'What it is'],
      ['只有工作组的负责人能看到。', 'Read by the heads of the team alone.'],
      long(2000),
      {
        shown: ({ conflict }) => conflict === true,
      },
    ),
  },
);

export const recusalForm = formOf('recusal', ['回避', 'Recusal'], ['写明谁回避。', 'Say who is recused.'], {
  account: open(['谁', 'Who'], ['工作组的一名成员。', 'Somebody of the team.'], official),
});

/** What was declared, kept with the matter. */
export const keptInterestsForm = formOf(
  'kept-interests',
  ['声明的利益冲突', 'Interests declared'],
  ['每人一条。', 'One each.'],
  {
    interests: sealed(
      ['利益冲突', 'Interests'],
      ['声明的内容。', 'As declared.'],
      list(
        {
          member: sealed(['谁', 'Who'], ['账号。', 'The account.'], short(80)),
          what: sealed(['是什么', 'What'], ['声明的内容。', 'As declared.'], long(2000)),
        },
        0,
        mostNamed,
      ),
      { required: false },
    ),
  },
);
