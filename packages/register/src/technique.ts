import type { Text } from '@suanjian/rulebook';

/** The five kinds of algorithmic technique that the regulation in force counts as recommendation. */
export const techniques = [
  { id: 'generative', label: { zh: '生成合成类', en: 'Generation and synthesis' } },
  { id: 'personalised-push', label: { zh: '个性化推送类', en: 'Personalised push' } },
  { id: 'ranking-selection', label: { zh: '排序精选类', en: 'Ranking and selection' } },
  { id: 'search-filter', label: { zh: '检索过滤类', en: 'Search and filtering' } },
  { id: 'dispatch-decision', label: { zh: '调度决策类', en: 'Dispatch and decision' } },
] as const satisfies readonly { id: string; label: Text }[];

export type Technique = (typeof techniques)[number]['id'];

/** The register's own, finer types: the two digits in a filing number. It numbers search and filtering apart. */
export const registerTypes = [
  { id: 'generative', code: '01', technique: 'generative', label: { zh: '生成合成', en: 'generation and synthesis' } },
  {
    id: 'personalised-push',
    code: '02',
    technique: 'personalised-push',
    label: { zh: '个性化推送', en: 'personalised push' },
  },
  {
    id: 'ranking-selection',
    code: '03',
    technique: 'ranking-selection',
    label: { zh: '排序精选', en: 'ranking and selection' },
  },
  { id: 'search', code: '04', technique: 'search-filter', label: { zh: '信息检索', en: 'search' } },
  { id: 'filter', code: '05', technique: 'search-filter', label: { zh: '内容过滤', en: 'filtering' } },
  {
    id: 'dispatch-decision',
    code: '06',
    technique: 'dispatch-decision',
    label: { zh: '调度决策', en: 'dispatch and decision' },
  },
] as const satisfies readonly { id: string; code: string; technique: Technique; label: Text }[];

export type RegisterType = (typeof registerTypes)[number];
export type RegisterTypeId = RegisterType['id'];

export const registerTypeOfCode = (code: string): RegisterType | undefined =>
  registerTypes.find((type) => type.code === code);

const typesById = Object.fromEntries(registerTypes.map((type) => [type.id, type])) as Record<
  RegisterTypeId,
  RegisterType
>;
export const registerType = (id: RegisterTypeId): RegisterType => typesById[id];

/** The register types a technique may be numbered under: two for search and filtering, one for every other. */
export const registerTypesOf = (technique: Technique): readonly RegisterType[] =>
  registerTypes.filter((type) => type.technique === technique);

const labels = Object.fromEntries(techniques.map(({ id, label }) => [id, label])) as Record<Technique, Text>;
export const techniqueLabel = (technique: Technique): Text => labels[technique];

/** Who files a generative algorithm: who offers the service, or who supplies the technique to those who do. */
export const providerRoles = [
  { id: 'provider', label: { zh: '服务提供者', en: 'Service provider' } },
  { id: 'technical-supporter', label: { zh: '服务技术支持者', en: 'Technical supporter of a service' } },
] as const satisfies readonly { id: string; label: Text }[];

export type ProviderRole = (typeof providerRoles)[number]['id'];

export interface AnnouncedClass {
  readonly technique: Technique;
  /** The number's types that agree with the class. */
  readonly types: readonly RegisterTypeId[];
  readonly role?: ProviderRole;
}

/**
 * What the announcements print in the column of class or role. The recommendation list names the class, early ones with
 * search and filtering in one; the deep-synthesis list names the role, its class being understood.
 */
const announcedClasses: ReadonlyMap<string, AnnouncedClass> = new Map<string, AnnouncedClass>([
  ['生成合成类', { technique: 'generative', types: ['generative'] }],
  ['个性化推送类', { technique: 'personalised-push', types: ['personalised-push'] }],
  ['排序精选类', { technique: 'ranking-selection', types: ['ranking-selection'] }],
  ['检索过滤类', { technique: 'search-filter', types: ['search', 'filter'] }],
  ['信息检索类', { technique: 'search-filter', types: ['search'] }],
  ['内容过滤类', { technique: 'search-filter', types: ['filter'] }],
  ['调度决策类', { technique: 'dispatch-decision', types: ['dispatch-decision'] }],
  ['服务提供者', { technique: 'generative', types: ['generative'], role: 'provider' }],
  ['服务技术支持者', { technique: 'generative', types: ['generative'], role: 'technical-supporter' }],
]);

export const announcedClass = (printed: string): AnnouncedClass | undefined => announcedClasses.get(printed.trim());
