import type {
  ComplaintsAnsweredModel,
  DiscretionModel,
  FormPageModel,
  GovernanceFigures,
  NumberCheckModel,
  ProviderAnsweredModel,
  PublicCampaignModel,
  PublicCampaignsModel,
  PublishedDecisionModel,
  PublishedDecisionsModel,
  PunctualityModel,
  RegisterFiguresModel,
  RegisterSearch,
  RiskNoticeModel,
  RiskNoticesModel,
  StandardsModel,
  StandardsOfBodyModel,
} from '@suanjian/contracts';
import type { Clause, Edition } from '@suanjian/rulebook';
import { accessibilityPage } from './pages/accessibility.tsx';
import { apiPage, type Endpoint } from './pages/api.tsx';
import {
  applicationPage,
  applicationsPage,
  applicationTakenPage,
  followCodePage,
  type ApplicationModel,
  type ApplicationTakenModel,
  type FollowCodeModel,
} from './pages/applications.tsx';
import { campaignPage, campaignsPage } from './pages/campaigns.tsx';
import { articlePage, clausePage, type ClausePageModel } from './pages/clause.tsx';
import { editionPage, editionsPage } from './pages/clauses.tsx';
import { complaintsAnsweredPage, providerAnsweredPage } from './pages/complaints-answered.tsx';
import { decisionPage, decisionsPage } from './pages/decisions.tsx';
import { discretionPage } from './pages/discretion.tsx';
import { errorPage, type ErrorModel } from './pages/error.tsx';
import { followedMatterPage, type FollowedMatterModel } from './pages/followed-matter.tsx';
import { formPage } from './pages/form.tsx';
import { governancePage } from './pages/governance.tsx';
import { guidanceIndexPage, guidancePage } from './pages/guidance.tsx';
import { guidePage, type GuidePageModel } from './pages/guide.tsx';
import { homePage } from './pages/home.tsx';
import { numberCheckPage } from './pages/number-check.tsx';
import { openDataPage, type OpenDataModel } from './pages/open-data.tsx';
import { punctualityPage } from './pages/punctuality.tsx';
import { recordPage, type RecordPageModel } from './pages/record.tsx';
import { registerSearchPage } from './pages/register-search.tsx';
import { reportReceivedPage, type ReportReceivedModel } from './pages/report-received.tsx';
import { riskNoticePage, riskNoticesPage } from './pages/risk-notices.tsx';
import {
  messagePage,
  secondFactorPage,
  signInPage,
  type MessageModel,
  type SecondFactorModel,
  type SignInModel,
} from './pages/sign-in.tsx';
import { standardsOfBodyPage, standardsPage } from './pages/standards.tsx';
import { supervisionPage } from './pages/supervision.tsx';
import { trainingPage, type TrainingModel } from './pages/training.tsx';
import type { GuidancePage } from '../texts/guidance/guide-page.ts';
import type { PageContext } from './shell/context.ts';
import { createDocument, type Assets, type Page } from './shell/document.tsx';

type Render<Model> = (model: Model, context: PageContext) => string;

/** Every public page as a pure function from a model to an HTML document that needs no script. */
export const createPages = (assets: Assets) => {
  const document = createDocument(assets);
  const rendered =
    <Model,>(page: (model: Model, context: PageContext) => Page): Render<Model> =>
    (model, context) =>
      document(page(model, context), context);
  const plain =
    (page: (context: PageContext) => Page): ((context: PageContext) => string) =>
    (context) =>
      document(page(context), context);
  return {
    homePage: rendered<RegisterFiguresModel>(homePage),
    registerSearchPage: rendered<RegisterSearch>(registerSearchPage),
    recordPage: rendered<RecordPageModel>(recordPage),
    reportReceivedPage: rendered<ReportReceivedModel>(reportReceivedPage),
    applicationsPage: plain(applicationsPage),
    applicationPage: rendered<ApplicationModel>(applicationPage),
    applicationTakenPage: rendered<ApplicationTakenModel>(applicationTakenPage),
    followCodePage: rendered<FollowCodeModel>(followCodePage),
    followedMatterPage: rendered<FollowedMatterModel>(followedMatterPage),
    numberCheckPage: rendered<NumberCheckModel | undefined>(numberCheckPage),
    editionsPage: plain(editionsPage),
    editionPage: rendered<Edition>(editionPage),
    articlePage: rendered<readonly [Clause, ...Clause[]]>(articlePage),
    clausePage: rendered<ClausePageModel>(clausePage),
    guidePage: rendered<GuidePageModel>(guidePage),
    openDataPage: rendered<OpenDataModel>(openDataPage),
    accessibilityPage: plain(accessibilityPage),
    punctualityPage: rendered<PunctualityModel>(punctualityPage),
    supervisionPage: plain(supervisionPage),
    decisionsPage: rendered<PublishedDecisionsModel>(decisionsPage),
    decisionPage: rendered<PublishedDecisionModel>(decisionPage),
    discretionPage: rendered<DiscretionModel>(discretionPage),
    riskNoticesPage: rendered<RiskNoticesModel>(riskNoticesPage),
    riskNoticePage: rendered<RiskNoticeModel>(riskNoticePage),
    campaignsPage: rendered<PublicCampaignsModel>(campaignsPage),
    campaignPage: rendered<PublicCampaignModel>(campaignPage),
    standardsPage: rendered<StandardsModel>(standardsPage),
    standardsOfBodyPage: rendered<StandardsOfBodyModel>(standardsOfBodyPage),
    complaintsAnsweredPage: rendered<ComplaintsAnsweredModel>(complaintsAnsweredPage),
    providerAnsweredPage: rendered<ProviderAnsweredModel>(providerAnsweredPage),
    governancePage: rendered<GovernanceFigures>(governancePage),
    guidanceIndexPage: plain(guidanceIndexPage),
    guidancePage: rendered<GuidancePage>(guidancePage),
    trainingPage: rendered<TrainingModel>(trainingPage),
    apiPage: rendered<readonly Endpoint[]>(apiPage),
    errorPage: rendered<ErrorModel>(errorPage),
    signInPage: rendered<SignInModel>(signInPage),
    secondFactorPage: rendered<SecondFactorModel>(secondFactorPage),
    formPage: rendered<FormPageModel>(formPage),
    messagePage: rendered<MessageModel>(messagePage),
  };
};

export type PublicPages = ReturnType<typeof createPages>;
