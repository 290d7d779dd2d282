import { text, type Text } from '@suanjian/rulebook';

export interface Department {
  readonly name: Text;
  readonly categories: Readonly<Record<string, Text>>;
}

const other = { '9': text('其他', 'other') };

/** First and second character of a unified social credit code: who registers, and what kind of organisation. */
export const departments: Readonly<Record<string, Department>> = {
  '1': {
    name: text('机构编制', 'Public-sector establishment'),
    categories: {
      '1': text('机关', 'state organ'),
      '2': text('事业单位', 'public institution'),
      '3': text('编办直接管理机构编制的群众团体', 'mass organisation with an establishment of its own'),
      ...other,
    },
  },
  '2': {
    name: text('外交', 'Foreign affairs'),
    categories: { '1': text('外国常驻新闻机构', 'resident foreign news bureau'), ...other },
  },
  '3': {
    name: text('司法行政', 'Judicial administration'),
    categories: {
      '1': text('律师执业机构', 'law firm'),
      '2': text('公证处', 'notary office'),
      '3': text('基层法律服务所', 'local legal service'),
      '4': text('司法鉴定机构', 'forensic institution'),
      '5': text('仲裁委员会', 'arbitration commission'),
      ...other,
    },
  },
  '4': {
    name: text('文化', 'Culture'),
    categories: { '1': text('外国在华文化中心', 'foreign cultural centre'), ...other },
  },
  '5': {
    name: text('民政', 'Civil affairs'),
    categories: {
      '1': text('社会团体', 'association'),
      '2': text('民办非企业单位', 'private non-enterprise unit'),
      '3': text('基金会', 'foundation'),
      ...other,
    },
  },
  '6': {
    name: text('旅游', 'Tourism'),
    categories: {
      '1': text('外国旅游部门常驻代表机构', 'foreign tourism office'),
      '2': text('港澳台地区旅游部门常驻内地（大陆）代表机构', 'tourism office of Hong Kong, Macao or Taiwan'),
      ...other,
    },
  },
  '7': {
    name: text('宗教', 'Religious affairs'),
    categories: { '1': text('宗教活动场所', 'place of worship'), '2': text('宗教院校', 'religious school'), ...other },
  },
  '8': { name: text('工会', 'Trade unions'), categories: { '1': text('基层工会', 'local union'), ...other } },
  '9': {
    name: text('市场监督管理', 'Market regulation'),
    categories: {
      '1': text('企业', 'enterprise'),
      '2': text('个体工商户', 'self-employed business'),
      '3': text('农民专业合作社', 'farmers’ cooperative'),
      ...other,
    },
  },
  A: {
    name: text('军队', 'Armed forces'),
    categories: { '1': text('军队事业单位', 'institution of the armed forces'), ...other },
  },
  N: {
    name: text('农业', 'Agriculture'),
    categories: {
      '1': text('组级集体经济组织', 'group-level collective'),
      '2': text('村级集体经济组织', 'village-level collective'),
      '3': text('乡镇级集体经济组织', 'township-level collective'),
      ...other,
    },
  },
  Y: { name: text('其他', 'Other'), categories: { '1': text('其他', 'other'), ...other } },
};
