import { disclosureName } from './disclosure-name.ts';
import { coverName } from './cover-name.ts';
import { coverSubject } from './cover-subject.ts';
import { coverTechnique } from './cover-technique.ts';
import { coverOccasion } from './cover-occasion.ts';
import { coverScenario } from './cover-scenario.ts';
import { coverServiceStatus } from './cover-service-status.ts';
import { attachmentName } from './attachment-name.ts';
import { modalityFormats } from './modality-formats.ts';
import { launchAndStatus } from './launch-and-status.ts';
import { assessmentDates } from './assessment-dates.ts';
import { assessmentAfterLaunch } from './assessment-after-launch.ts';
import { modelVersionDate } from './model-version-date.ts';
import { dataSetDates } from './data-set-dates.ts';
import { licenceValidity } from './licence-validity.ts';
import { licenceHolder } from './licence-holder.ts';
import { newsLicence } from './news-licence.ts';
import { thirdPartyModel } from './third-party-model.ts';
import { modelNumberUsed } from './model-number-used.ts';
import { modelNumberUnknown } from './model-number-unknown.ts';
import { reviewScope } from './review-scope.ts';
import { reviewAbsent } from './review-absent.ts';
import { screenshots } from './screenshots.ts';
import { labelsAbsent } from './labels-absent.ts';
import { productAddress } from './product-address.ts';
import { productDisplay } from './product-display.ts';
import { disclosureProducts } from './disclosure-products.ts';
import { disclosureScenario } from './disclosure-scenario.ts';
import { disclosurePurpose } from './disclosure-purpose.ts';
import { disclosurePersonalisation } from './disclosure-personalisation.ts';
import { foreignNumberInText } from './foreign-number-in-text.ts';
import { optOutEntrance } from './opt-out-entrance.ts';
import { personalisedWithoutTraits } from './personalised-without-traits.ts';
import { userNumbers } from './user-numbers.ts';
import { minorsAssessed } from './minors-assessed.ts';
import { workersDispatched } from './workers-dispatched.ts';
import { userDataNotPersonal } from './user-data-not-personal.ts';
import { alreadyFiled } from './already-filed.ts';
import type { ContradictionRule } from './rule.ts';

/** Every rule that is run. Adding one: its file, and a line here. */
export const contradictionRules: readonly ContradictionRule[] = [
  disclosureName,
  coverName,
  coverSubject,
  coverTechnique,
  coverOccasion,
  coverScenario,
  coverServiceStatus,
  attachmentName,
  modalityFormats,
  launchAndStatus,
  assessmentDates,
  assessmentAfterLaunch,
  modelVersionDate,
  dataSetDates,
  licenceValidity,
  licenceHolder,
  newsLicence,
  thirdPartyModel,
  modelNumberUsed,
  modelNumberUnknown,
  reviewScope,
  reviewAbsent,
  screenshots,
  labelsAbsent,
  productAddress,
  productDisplay,
  disclosureProducts,
  disclosureScenario,
  disclosurePurpose,
  disclosurePersonalisation,
  foreignNumberInText,
  optOutEntrance,
  personalisedWithoutTraits,
  userNumbers,
  minorsAssessed,
  workersDispatched,
  userDataNotPersonal,
  alreadyFiled,
];
