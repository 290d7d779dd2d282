import { text, type Text } from '@suanjian/rulebook';
import { productForms, providerRoles, techniques } from '@suanjian/register';
import type { Option } from '../../../engine/form.ts';
import { optionsFrom } from '../../common/fields.ts';

const option = (value: string, zh: string, en: string, group?: Text): Option => ({
  value,
  label: text(zh, en),
  ...(group === undefined ? {} : { group }),
});
const under =
  (group: Text) =>
  (value: string, zh: string, en: string): Option =>
    option(value, zh, en, group);

export const techniqueOptions = optionsFrom(techniques);
export const roleOptions = optionsFrom(providerRoles);
export const productFormOptions = optionsFrom(productForms);

/** Search and filtering are one technique and two types of number. */
export const searchKindOptions: readonly Option[] = [
  option('search', '信息检索', 'Search'),
  option('filter', '内容过滤', 'Filtering'),
];

const sales = under(text('网络销售类', 'Online sales'));
const living = under(text('生活服务类', 'Everyday services'));
const social = under(text('社交娱乐类', 'Social and entertainment'));
const information = under(text('信息资讯类', 'Information'));
const finance = under(text('金融服务类', 'Finance'));
const computing = under(text('计算应用类', 'Computing'));

/** Fields of application, in two levels. */
export const applicationFieldOptions: readonly Option[] = [
  sales('general-trade', '综合商品交易', 'General marketplace'),
  sales('vertical-trade', '垂直商品交易', 'Specialised marketplace'),
  sales('group-buying', '商超团购', 'Supermarkets and group buying'),
  living('travel-service', '出行服务', 'Getting around'),
  living('tourism', '旅游服务', 'Tourism'),
  living('delivery', '配送服务', 'Delivery'),
  living('housekeeping', '家政服务', 'Household services'),
  living('property', '房屋经纪', 'Property brokerage'),
  social('messaging', '即时通讯', 'Messaging'),
  social('games', '游戏休闲', 'Games and leisure'),
  social('audio-video', '视听服务', 'Audio and video'),
  social('live-video', '直播视频', 'Live video'),
  social('short-video', '短视频', 'Short video'),
  social('literature', '文学', 'Literature'),
  information('news-portal', '新闻门户', 'News portal'),
  information('search-engine', '搜索引擎', 'Search engine'),
  information('user-content', '用户内容生成（UGC）', 'User-generated content'),
  information('audio-video-news', '视听资讯', 'Audio and video information'),
  information('news-agency', '新闻机构', 'News organisation'),
  finance('general-finance', '综合金融服务', 'General financial services'),
  finance('payment', '支付结算', 'Payment and settlement'),
  finance('consumer-finance', '消费金融', 'Consumer finance'),
  finance('financial-information', '金融资讯', 'Financial information'),
  finance('securities', '证券投资', 'Securities and investment'),
  computing('smart-device', '智能终端', 'Smart devices'),
  computing('operating-system', '操作系统', 'Operating systems'),
  computing('app-store', '手机软件（APP）应用商店', 'App stores'),
  computing('information-management', '信息管理', 'Information management'),
  computing('cloud', '云计算', 'Cloud computing'),
  computing('network-service', '网络服务', 'Network services'),
  computing('industrial-internet', '工业互联网', 'Industrial internet'),
  option('other', '其他', 'Other', text('其他', 'Other')),
];

export const modalityOptions: readonly Option[] = [
  option('text', '文本', 'Text'),
  option('image', '图像', 'Images'),
  option('audio', '音频', 'Audio'),
  option('video', '视频', 'Video'),
  option('model-3d', '三维模型', '3D models'),
  option('behaviour', '用户行为', 'User behaviour'),
  option('location', '位置', 'Location'),
  option('structured', '结构化数据', 'Structured data'),
];

/** File formats and the modalities each of them can carry. */
export const formats: readonly (Option & { readonly carries: readonly string[] })[] = [
  { ...option('txt', '纯文本 / Markdown', 'Plain text / Markdown'), carries: ['text', 'structured'] },
  { ...option('html', 'HTML', 'HTML'), carries: ['text', 'image', 'structured'] },
  { ...option('office', 'Word / PDF / PPT 文档', 'Word / PDF / PowerPoint'), carries: ['text', 'image'] },
  { ...option('json', 'JSON / XML', 'JSON / XML'), carries: ['text', 'behaviour', 'location', 'structured'] },
  { ...option('csv', 'CSV / Excel 表格', 'CSV / Excel'), carries: ['text', 'behaviour', 'location', 'structured'] },
  { ...option('jpg', 'JPG / PNG / WEBP', 'JPG / PNG / WEBP'), carries: ['image'] },
  { ...option('svg', 'SVG', 'SVG'), carries: ['image'] },
  { ...option('mp3', 'MP3 / WAV / AAC', 'MP3 / WAV / AAC'), carries: ['audio'] },
  { ...option('mp4', 'MP4 / MOV / WEBM', 'MP4 / MOV / WEBM'), carries: ['video', 'audio'] },
  { ...option('obj', 'OBJ / GLB / FBX', 'OBJ / GLB / FBX'), carries: ['model-3d'] },
];

export const modelSourceOptions: readonly Option[] = [
  option('own', '自主研发', 'Own development'),
  option('open-source', '开源模型', 'Open source'),
  option('third-party', '第三方模型（接口或授权）', "Another party's model (API or licence)"),
];

export const dataSourceOptions: readonly Option[] = [
  option('open', '开源数据集', 'Open data set'),
  option('own', '自建数据集', 'Own data set'),
  option('bought', '采购或授权', 'Bought or licensed'),
  option('users', '用户使用中产生', 'From use of the service'),
];

export const reviewModeOptions: readonly Option[] = [
  option('none', '不审核', 'No review'),
  option('machine', '机器审核', 'By machine'),
  option('people', '人工审核', 'By people'),
  option('both', '机器加人工', 'By machine and people'),
];

export const serviceStatusOptions: readonly Option[] = [
  option('planned', '尚未上线', 'Not yet online'),
  option('trial', '内测或公测', 'On trial'),
  option('online', '已上线', 'Online'),
  option('paused', '暂停服务', 'Paused'),
];

export const audienceOptions: readonly Option[] = [
  option('public', '社会公众', 'General public'),
  option('minors', '未成年人', 'Minors'),
  option('elderly', '老年人', 'Older people'),
  option('workers', '平台劳动者', 'Platform workers'),
  option('merchants', '平台内经营者', 'Merchants on the platform'),
  option('enterprises', '企业和机构', 'Enterprises and institutions'),
];

export const serviceMannerOptions: readonly Option[] = [
  option('api', '接口调用（API）', 'API'),
  option('sdk', '开发工具包（SDK）', 'SDK'),
  option('private', '私有化部署', 'Deployment at the customer'),
  option('platform', '开发平台', 'Development platform'),
  option('other', '其他', 'Other'),
];

export const occasionOptions: readonly Option[] = [
  option('new', '首次备案', 'First filing'),
  option('change', '备案变更', 'Change of a filing'),
];
