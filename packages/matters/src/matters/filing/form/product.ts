import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../../engine/form.ts';
import {
  address,
  choice,
  choices,
  count,
  date,
  fieldsOf,
  files,
  list,
  long,
  pictures,
  short,
  yesNo,
} from '../../common/fields.ts';
import { hasProducts, isSupporter } from './conditions.ts';
import { audienceOptions, productFormOptions, serviceMannerOptions, serviceStatusOptions } from './options.ts';

const open = fieldsOf('product', 'public', 'final/24.1');
const secret = fieldsOf('product', 'confidential', 'final/24.1');

const licensed = ({ licenceNeeded }: FormValues): boolean => licenceNeeded === true;
const people = text('人', 'people');

export const productFields = {
  name: open(['产品名称', 'Name of the product'], ['用户看到的名称。', 'As people see it.'], short(100)),
  forms: open(['服务形式', 'Form of service'], ['可多选。', 'Choose all that apply.'], choices(productFormOptions)),
  address: open(
    ['访问地址', 'Address'],
    ['网站必填；应用可填下载页。', 'Needed for a website; for an app its download page.'],
    address,
    { required: ({ forms }) => Array.isArray(forms) && forms.includes('website') },
  ),
  status: open(
    ['服务状态', 'State of the service'],
    ['现在是否对外服务。', 'Whether it serves people now.'],
    choice(serviceStatusOptions),
  ),
  audience: open(['服务对象', 'Whom it serves'], ['可多选。', 'Choose all that apply.'], choices(audienceOptions)),
  realName: open(
    ['是否实名', 'Real names'],
    ['用户是否需要实名认证。', 'Whether people have to prove who they are.'],
    yesNo,
  ),
  licenceNeeded: open(
    ['是否需要前置许可', 'Is a licence needed first?'],
    ['例如新闻、出版、视听、金融等许可。', 'For news, publishing, audio and video, finance and the like.'],
    yesNo,
  ),
  licenceName: open(['许可名称', 'Kind of licence'], ['许可证的名称。', 'As on the licence.'], short(120), {
    shown: licensed,
  }),
  licenceNumber: open(['许可证号', 'Number of the licence'], ['许可证的编号。', 'As on the licence.'], short(80), {
    shown: licensed,
  }),
  licenceHolder: open(
    ['持证单位', 'Holder of the licence'],
    ['应当是备案主体本身。', 'It should be the provider itself.'],
    short(120),
    { shown: licensed },
  ),
  licenceUntil: open(
    ['许可有效期至', 'Licence valid until'],
    ['长期有效的可不填。', 'Leave empty if it does not expire.'],
    date,
    { shown: licensed, required: false },
  ),
  functionName: open(
    ['功能名称', 'Function'],
    ['使用算法的功能。', 'The function that uses the algorithm.'],
    short(100),
  ),
  functionIntroduction: open(
    ['功能介绍', 'What the function does'],
    ['用户能用它做什么。', 'What people can do with it.'],
    long(1000),
  ),
  functionPath: open(
    ['功能访问路径', 'How to get there'],
    ['从首页到该功能的每一步。', 'Every step from the first page.'],
    short(300),
  ),
} as const;

export const productStepFields = {
  products: open(
    ['产品', 'Products'],
    ['每个使用该算法的产品一项。', 'One entry for each product that uses the algorithm.'],
    list(productFields, 1, 100),
    { shown: hasProducts },
  ),
  registeredUsers: secret(['注册用户量', 'Registered users'], ['全部产品合计。', 'Over all products.'], count(people), {
    shown: hasProducts,
    clause: 'final/23',
  }),
  monthlyUsers: secret(
    ['月活跃用户量', 'Monthly active users'],
    ['全部产品合计，去重。', 'Distinct users over all products.'],
    count(people),
    { shown: hasProducts, clause: 'final/23' },
  ),
  dailyUsers: secret(
    ['日活跃用户量', 'Daily active users'],
    ['全部产品合计，去重，上个月日均。', "Distinct users over all products, last month's daily mean."],
    count(people),
    { shown: hasProducts, clause: 'final/23' },
  ),
  screenshots: open(
    ['功能截图', 'Screenshots'],
    ['每个产品至少一张，能看到功能入口和结果。', 'At least one for each product, showing the entrance and a result.'],
    files(30, pictures),
    { shown: hasProducts, required: false },
  ),
  technicalServiceName: open(
    ['技术服务名称', 'Name of the technical service'],
    ['对客户使用的名称。', 'As customers know it.'],
    short(100),
    { shown: isSupporter },
  ),
  technicalServiceManner: open(
    ['技术服务方式', 'How it is provided'],
    ['可多选。', 'Choose all that apply.'],
    choices(serviceMannerOptions),
    { shown: isSupporter },
  ),
  technicalServiceAddress: open(
    ['技术服务网址', 'Address of the service'],
    ['开放平台或文档地址；没有可不填。', 'Developer site or documentation; leave empty if none.'],
    address,
    { shown: isSupporter, required: false },
  ),
  technicalServiceCustomers: secret(
    ['服务的客户', 'Customers'],
    ['已经或计划服务的客户类型与数量。', 'Kinds and number of customers, present and planned.'],
    long(1000),
    { shown: isSupporter },
  ),
  technicalServiceDescription: open(
    ['技术服务说明', 'What the service does'],
    ['客户怎样接入，算法在其中起什么作用。', 'How customers connect, and what the algorithm does for them.'],
    long(2000),
    { shown: isSupporter },
  ),
} as const;
