import { text } from '@suanjian/rulebook';
import type { CommandContext } from '../../engine/definition.ts';
import type { MatterId, OrganisationId } from '../../engine/identity.ts';
import type { Lookups, MatterFacts } from '../../engine/lookups.ts';
import { covers, type Actor, type PlaceCode } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { WarningFacts } from '../../engine/warning.ts';
import { referencesOf, referencesOfWarning, type EvidenceReference } from './evidence-reference.ts';

/** The provider that a matter of supervision is about, and what it was opened on. */
export interface Supervised {
  readonly owner: OrganisationId;
  readonly place: PlaceCode;
  readonly name: string;
  readonly filing?: MatterId;
  readonly number?: string;
}

export interface SupervisedFacts {
  readonly about: Supervised | undefined;
  readonly parent: MatterFacts | undefined;
  /** What comes along from what it was opened on and from the warning it was opened from. */
  readonly references: readonly EvidenceReference[];
}

const asWords = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const filingOf = (parent: MatterFacts | undefined): { readonly filing?: MatterId; readonly number?: string } => {
  const filing = parent?.kind === 'filing' ? parent.id : asWords(parent?.state['filing']);
  const number = asWords(parent?.state['number']);
  return {
    ...(filing === undefined ? {} : { filing: filing as MatterId }),
    ...(number === undefined ? {} : { number }),
  };
};

const named = async (written: string, lookups: Lookups): Promise<Omit<Supervised, 'name'> | undefined> => {
  if (!/^\d{21}$/u.test(written)) {
    const found = written === '' ? undefined : await lookups.providerNamed(written);
    return found === undefined ? undefined : { owner: found.id, place: found.place };
  }
  const [holder, filing] = [await lookups.ownerOfNumber(written), await lookups.holderOfNumber(written)];
  return holder === undefined
    ? undefined
    : { ...holder, number: written, ...(filing?.matter === undefined ? {} : { filing: filing.matter }) };
};

/** Of the warning that it is opened from; a provider that is named besides has to be that very one. */
const warnedOf = async (
  { owner, place, filing }: WarningFacts,
  written: string,
  lookups: Lookups,
): Promise<Omit<Supervised, 'name'> | undefined> => {
  if (written !== '' && (await named(written, lookups))?.owner !== owner) return undefined;
  const facts = filing === undefined ? undefined : await lookups.matter('filing', filing);
  return { owner, place, ...filingOf(facts) };
};

/**
 * Whom it is about: the owner of the matter it is opened on, else whom the warning is about that it is opened from, else the provider that the
 * office names in full or by a filing number.
 */
export const gatherSupervised = async (
  written: string,
  lookups: Lookups,
  { parent: reference, warning }: Pick<CommandContext<undefined>, 'parent' | 'warning'>,
): Promise<SupervisedFacts> => {
  const parent = reference === undefined ? undefined : await lookups.matter(reference.kind, reference.id);
  const onParent = () =>
    parent === undefined || parent.owner === null || (warning !== undefined && warning.owner !== parent.owner)
      ? undefined
      : { owner: parent.owner, place: parent.place, ...filingOf(parent) };
  const found =
    reference !== undefined
      ? onParent()
      : warning === undefined
        ? await named(written, lookups)
        : await warnedOf(warning, written, lookups);
  const name = found === undefined ? undefined : (await lookups.organisation(found.owner))?.name;
  return {
    about: found === undefined ? undefined : { ...found, name: name ?? '' },
    parent,
    references: [
      ...(parent === undefined ? [] : referencesOf(parent)),
      ...(warning === undefined ? [] : referencesOfWarning(warning)),
    ],
  };
};

/** An office opens matters about providers of its own place; of others it learns nothing. */
export const unknownSupervised = (about: Supervised | undefined, actor: Actor, pointer: string): readonly Refusal[] => {
  const known =
    about !== undefined &&
    actor.kind === 'person' &&
    actor.membership?.kind === 'office' &&
    covers(actor.membership.level, actor.membership.place, about.place);
  return known
    ? []
    : [
        {
          code: 'supervision/unknown-provider',
          pointer,
          text: text(
            '没有找到这个提供者，或者不归你们管辖。请写登记的全称或备案编号。',
            'No such provider is known, or it is not of your place. Give its registered name in full, or a filing number.',
          ),
        },
      ];
};
