import {
  sealedFields,
  type AnyMatterDefinition,
  type FormDefinition,
  type MatterEvent,
  type MatterId,
  type OrganisationId,
} from '@suanjian/matters';
import type { WaitForDisk } from '../keys/keyring.ts';
import type { SealedBox, SealOwner } from './sealed-box.ts';

/** Stands where a sealed value was whose key has been erased. */
export const erased = { erased: true } as const;

/** Matters without an owner (what the public brings to an office) share one key: nobody asks for it to be erased apart from the person's. */
const ownerless: SealOwner = { kind: 'organisation', id: 'matters-without-owner' };

/** Under whose key a field of a matter is sealed: of a personal one under that person's, which can be erased alone. */
const keyOwner = (form: FormDefinition, field: string, matter: MatterId, owner: OrganisationId | null): SealOwner => {
  const definition = form.fields[field];
  if (definition?.secrecy === 'personal') return { kind: 'person', id: `${matter}.${definition.person ?? 'person'}` };
  return owner === null ? ownerless : { kind: 'organisation', id: owner };
};

/** What binds a ciphertext to its place: moved elsewhere it does not open. */
const place = (matter: MatterId, property: string, field: string): string => `${matter}/${property}/${field}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Change = (value: unknown, form: FormDefinition, property: string, field: string) => Promise<unknown>;

/** Applies `change` to every sealed field of every form in an event; the rest stays as it is. */
const mapSealed = async (
  definition: AnyMatterDefinition,
  event: Readonly<Record<string, unknown>>,
  change: Change,
): Promise<Record<string, unknown>> => {
  const mapped: Record<string, unknown> = { ...event };
  for (const [property, form] of Object.entries(definition.forms)) {
    const values = event[property];
    if (!isRecord(values)) continue;
    const changed: Record<string, unknown> = { ...values };
    // All at once: fields of one owner share one look at the key.
    await Promise.all(
      [...sealedFields(form).keys()].map(async (field) => {
        const value = changed[field];
        if (value !== undefined && value !== null) changed[field] = await change(value, form, property, field);
      }),
    );
    mapped[property] = changed;
  }
  return mapped;
};

export interface Sealer {
  /** An event as it is stored. `wait` takes what must hold before it is committed. */
  seal(
    definition: AnyMatterDefinition,
    event: MatterEvent,
    matter: MatterId,
    owner: OrganisationId | null,
    wait?: WaitForDisk,
  ): Promise<Record<string, unknown>>;
  /** An event as its definition knows it; values whose key is erased become `{ erased: true }`. */
  open(
    definition: AnyMatterDefinition,
    type: string,
    payload: Readonly<Record<string, unknown>>,
    matter: MatterId,
  ): Promise<MatterEvent>;
}

export const createSealer = (box: SealedBox): Sealer => ({
  seal: async (definition, { type: _type, ...payload }, matter, owner, wait) =>
    mapSealed(definition, payload, (value, form, property, field) =>
      box.seal(value, keyOwner(form, field, matter, owner), place(matter, property, field), wait),
    ),
  open: async (definition, type, payload, matter) => {
    const opened = await mapSealed(definition, payload, async (value, _form, property, field) => {
      if (!box.isSealed(value)) return value;
      const opened = await box.open(value, place(matter, property, field));
      return opened.found === 'erased' ? erased : opened.value;
    });
    return { ...opened, type };
  },
});
