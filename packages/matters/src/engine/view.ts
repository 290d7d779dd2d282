import type { AnyMatterDefinition, MatterState } from './definition.ts';
import { sealedFields, type FormDefinition, type FormValues, type Secrecy } from './form.ts';
import type { AccountId } from './identity.ts';
import type { Audience, Side } from './party.ts';

/** Stands where a sealed value was withheld. */
export interface Masked {
  readonly masked: Exclude<Secrecy, 'public'>;
}

export const isMasked = (value: unknown): value is Masked =>
  typeof value === 'object' && value !== null && 'masked' in value;

export interface MatterView {
  readonly state: Readonly<Record<string, unknown>>;
  /** JSON pointers of the sealed values that this view shows: each of them is a reading to be recorded. */
  readonly disclosed: readonly { readonly pointer: string; readonly secrecy: Exclude<Secrecy, 'public'> }[];
}

/** The sides that see a matter in its present state at all. */
export const sidesThatSee = (definition: AnyMatterDefinition, state: MatterState): readonly Side[] => {
  const kept = definition.keptFrom?.(state) ?? [];
  return (definition.states[state.status]?.visible ?? []).filter((side) => !kept.includes(side));
};

/** Whether a side sees a matter in its present state at all. */
export const isVisible = (
  definition: AnyMatterDefinition,
  state: MatterState,
  audience: Audience | undefined,
): boolean => {
  if (audience === undefined) return false;
  return audience === 'operator' || sidesThatSee(definition, state).includes(audience);
};

/** Whether something that names the sides it is for is for this one. The operator sees what the sides see. */
export const isFor = (only: Side | readonly Side[] | undefined, audience: Audience): boolean => {
  if (only === undefined || audience === 'operator') return true;
  return typeof only === 'string' ? only === audience : only.includes(audience);
};

/** Values without the fields that this side must not know of. */
const knownTo = (form: FormDefinition, values: FormValues, audience: Audience): FormValues =>
  audience === 'operator'
    ? values
    : Object.fromEntries(
        Object.entries(values).filter(([name]) => !form.fields[name]?.hiddenFrom?.(values).includes(audience)),
      );

/** The state as one side is to know it, before anything is masked. */
export const seenBy = (
  definition: AnyMatterDefinition,
  state: MatterState,
  audience: Audience,
  account?: AccountId,
): MatterState => definition.seen?.(state, audience, account) ?? state;

/** The state as one side may see it; of a team's matter an office sees no more than whoever looks. Sealed values are masked unless their kind of secrecy is asked for. `account` is the person who looks. */
export const viewFor = (
  definition: AnyMatterDefinition,
  state: MatterState,
  audience: Audience,
  unseal: ReadonlySet<Exclude<Secrecy, 'public'>>,
  account?: AccountId,
): MatterView => {
  const team = audience === 'office' ? definition.team?.(state) : undefined;
  if (team !== undefined && (account === undefined || !team.members.includes(account)))
    return {
      state: {
        status: state.status,
        ...(account !== undefined && team.named.includes(account) ? definition.briefing?.(state, account) : {}),
      },
      disclosed: [],
    };
  const disclosed: MatterView['disclosed'][number][] = [];
  const shown: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(seenBy(definition, state, audience, account))) {
    if (!isFor(definition.inner?.[property], audience)) continue;
    const form = definition.forms[property];
    if (form === undefined || typeof value !== 'object' || value === null) {
      shown[property] = value;
      continue;
    }
    const sealed = sealedFields(form);
    shown[property] = Object.fromEntries(
      Object.entries(knownTo(form, value as FormValues, audience)).map(([name, content]) => {
        const secrecy = sealed.get(name);
        if (secrecy === undefined || content === undefined) return [name, content];
        if (!unseal.has(secrecy)) return [name, { masked: secrecy } satisfies Masked];
        disclosed.push({ pointer: `/${property}/${name}`, secrecy });
        return [name, content];
      }),
    );
  }
  return { state: shown, disclosed };
};
