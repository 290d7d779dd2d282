import { notApplicable, type GradingAnswers } from './scheme.ts';

/** What a filing and its provider tell that bears on the grade. Whatever is not known is left out, and is then asked. */
export interface GradingFacts {
  readonly technique: 'generative' | 'personalised-push' | 'ranking-selection' | 'search-filter' | 'dispatch-decision';
  /** A technical supporter has no users of its own. */
  readonly role?: 'provider' | 'technical-supporter';
  /** Public speech or mobilisation: not at all, as an added function, or as the service itself. */
  readonly opinionFunctions?: 'none' | 'attached' | 'main';
  readonly contentCategories?: readonly (
    | 'tools'
    | 'goods-and-services'
    | 'entertainment-and-users'
    | 'public-affairs'
  )[];
  readonly monthlyActiveUsers?: number;
  readonly registeredUsers?: number;
  readonly monthlyActiveMinors?: number;
  readonly registeredMinors?: number;
  /** Made for minors alone: then all its users count as minors. */
  readonly onlyForMinors?: boolean;
  readonly servesMinors?: boolean;
  readonly personalData?: 'none' | 'ordinary' | 'sensitive';
  readonly importantData?: boolean;
  /** Sets price, pay, orders or access, whatever the technique is called. */
  readonly decidesTerms?: boolean;
}

/** Numbers of users at which a level of the scale begins. */
const million = 1_000_000;
const lines = {
  mediumMonthly: million,
  largeMonthly: 10 * million,
  largeRegistered: 50 * million,
  minorsMonthly: million,
  minorsRegistered: 10 * million,
} as const;

const reaches = (count: number | undefined, line: number): boolean => count !== undefined && count >= line;

const scaleOf = (facts: GradingFacts): string | undefined => {
  const { monthlyActiveUsers, registeredUsers } = facts;
  const minorsMonthly = facts.onlyForMinors === true ? monthlyActiveUsers : facts.monthlyActiveMinors;
  const minorsRegistered = facts.onlyForMinors === true ? registeredUsers : facts.registeredMinors;
  if (reaches(monthlyActiveUsers, lines.largeMonthly) || reaches(registeredUsers, lines.largeRegistered))
    return 'large';
  if (reaches(minorsMonthly, lines.minorsMonthly) || reaches(minorsRegistered, lines.minorsRegistered))
    return 'many-minors';
  if (monthlyActiveUsers !== undefined) return monthlyActiveUsers >= lines.mediumMonthly ? 'medium' : 'small';
  return facts.role === 'technical-supporter' ? notApplicable : undefined;
};

const contentOrder = ['public-affairs', 'entertainment-and-users', 'goods-and-services', 'tools'] as const;

const contentOf = ({ technique, contentCategories = [] }: GradingFacts): string | undefined =>
  contentOrder.find((category) => contentCategories.includes(category)) ??
  (technique === 'dispatch-decision' ? notApplicable : undefined);

const dataOf = ({ importantData, personalData, servesMinors, onlyForMinors }: GradingFacts): string | undefined => {
  if (importantData === true) return 'important';
  if (personalData === undefined) return undefined;
  if (personalData === 'none') return 'no-personal';
  // Whoever serves minors must reckon with children under fourteen, all of whose information is sensitive.
  return personalData === 'sensitive' || servesMinors === true || onlyForMinors === true ? 'sensitive' : 'personal';
};

const interventionOfTechnique = {
  generative: 'answers',
  'search-filter': 'answers',
  'ranking-selection': 'arranges',
  'personalised-push': 'personalises',
  'dispatch-decision': 'decides',
} as const satisfies Record<GradingFacts['technique'], string>;

/** The answers to scheme version 1 that follow from the facts. Factors that the facts do not settle are left out, to be asked. */
export const gradingAnswersFrom = (facts: GradingFacts): GradingAnswers => {
  const answers = {
    mobilisation: facts.opinionFunctions,
    content: contentOf(facts),
    scale: scaleOf(facts),
    data: dataOf(facts),
    intervention: facts.decidesTerms === true ? 'decides' : interventionOfTechnique[facts.technique],
  };
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
};
