import { asCivilDate, text, type Text } from '@suanjian/rulebook';
import { changeReasons } from '@suanjian/register';
import type { EventMeta } from '../../engine/definition.ts';
import { sealedFields, shownValues } from '../../engine/form.ts';
import type { Publication, PublishedContent } from '../../engine/publication.ts';
import { isBlank } from './contradictions/compare.ts';
import { filingForm, type FilingForm } from './form.ts';
import type { FilingEvent, FilingState } from './state.ts';

const sealed = sealedFields(filingForm);

/** Shown and public: nothing else can reach a public page, even if a line below asks for it. */
const publicValues = (form: FilingForm): FilingForm =>
  Object.fromEntries(Object.entries(shownValues(filingForm, form)).filter(([name]) => !sealed.has(name)));

const productsOf = (form: FilingForm): PublishedContent['products'] => {
  const products = (form.products ?? []).map(({ name = '', forms = [], address }) => ({
    name,
    forms,
    ...(isBlank(address) ? {} : { address }),
  }));
  if (products.length > 0 || form.technicalServiceName === undefined) return products;
  const { technicalServiceName: name, technicalServiceManner: forms = [], technicalServiceAddress: address } = form;
  return [{ name, forms, ...(isBlank(address) ? {} : { address }) }];
};

/** The public face of a form, also for a preview before there is a number. */
export const publishedContentOf = (
  values: FilingForm,
  { subject, creditCode, place }: { readonly subject: string; readonly creditCode?: string; readonly place: string },
): PublishedContent => {
  const form = publicValues(values);
  const {
    algorithmName = '',
    technique = '',
    role,
    purpose = '',
    version,
    applicationFields,
    disclosureName,
    disclosurePublishedAt,
  } = form;
  const launched = asCivilDate(form.launched ?? '');
  return {
    algorithmName,
    subject,
    technique,
    place,
    products: productsOf(form),
    purpose,
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(role === undefined ? {} : { role }),
    ...(isBlank(version) ? {} : { version }),
    ...(launched === undefined ? {} : { launched }),
    ...(applicationFields === undefined ? {} : { applicationFields }),
    ...(disclosureName === undefined
      ? {}
      : {
          disclosure: {
            algorithmName: disclosureName,
            basicPrinciple: form.disclosurePrinciple ?? '',
            operatingMechanism: form.disclosureMechanism ?? '',
            applicationScenario: form.disclosureScenario ?? '',
            purpose: form.disclosurePurpose ?? '',
            ...(isBlank(disclosurePublishedAt) ? {} : { publishedAt: disclosurePublishedAt }),
          },
        }),
  };
};

const changeText = (reasons: readonly string[]): Text => {
  const known = changeReasons.filter(({ id }) => reasons.includes(id));
  return known.length === 0
    ? text('备案变更', 'Filing changed')
    : text(
        `备案变更：${known.map(({ label }) => label.zh).join('、')}`,
        `Filing changed: ${known.map(({ label }) => label.en.toLowerCase()).join('; ')}`,
      );
};

/** What becomes public by an event. A filing that has ended keeps its last content, with its state and the reason it rests on. */
export const publicationOf = (
  event: FilingEvent,
  { form, filed, number }: FilingState,
  { on }: EventMeta,
): Publication | undefined => {
  if (filed === undefined || number === undefined) return undefined;
  const content = publishedContentOf(form, { ...filed, place: number.slice(0, 6) });
  switch (event.type) {
    case 'filed':
      return { number, status: 'filed', content, entry: { on, occasion: 'filed', text: text('准予备案', 'Filed') } };
    case 'amended':
      return { number, status: 'filed', content, entry: { on, occasion: 'changed', text: changeText(event.reasons) } };
    case 'cancelled':
      return {
        number,
        status: 'cancelled',
        content,
        entry: {
          on,
          occasion: 'cancelled',
          basis: event.basis,
          text:
            event.by === 'provider'
              ? text('提供者注销', 'Cancelled by the provider')
              : text('主管部门注销', 'Cancelled by the office'),
        },
      };
    case 'revoked':
      return {
        number,
        status: 'revoked',
        content,
        entry: { on, occasion: 'revoked', basis: event.basis, text: text('主管部门撤销', 'Revoked by the office') },
      };
    case 'opened':
    case 'saved':
    case 'submitted':
    case 'forwarded':
    case 'returned':
    case 'refused':
    case 'withdrawn':
    case 'graded':
    case 'grade-overridden':
    case 'grade-proposed':
    case 'grade-proposal-answered':
    case 'assigned':
    case 'noted':
    case 'wrote':
      return undefined;
  }
};
