import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { anyMatter, matterOf, type AnyMatterDefinition, type Opened } from '../engine/definition.ts';
import type { FormDefinition, FormValues } from '../engine/form.ts';
import { matterParty, providerParty } from '../engine/party.ts';
import { accept } from '../engine/refusal.ts';

interface Filed {
  readonly status: 'filed' | 'cancelled' | 'revoked';
  readonly number: string;
  readonly form: FormValues;
}

type FiledEvent =
  | (Opened & { readonly number: string; readonly form: FormValues })
  | { readonly type: 'amended'; readonly form: FormValues }
  | { readonly type: 'cancelled' }
  | { readonly type: 'revoked' };

const m = matterOf<Filed, FiledEvent>();

const words = (name: string) => ({ title: text(name, name), help: text(name, name) });
const state = (name: string) => ({
  title: text(name, name),
  meaning: text(name, name),
  visible: ['provider', 'office'] as const,
  desk: { side: 'provider' } as const,
  tone: 'good' as const,
});

/** A filing that stands already, with a form of the test's choice: for stories of the matters that are opened on one. */
export const filedFiling = (form: FormDefinition, number: string): AnyMatterDefinition =>
  anyMatter(
    m.define({
      kind: 'filing',
      ...words('filing'),
      purpose: text('filing', 'filing'),
      clauses: [],
      states: {
        filed: state('filed'),
        cancelled: { ...state('cancelled'), final: true },
        revoked: { ...state('revoked'), final: true },
      },
      opening: m.opening<{ form: FormValues }>({
        ...words('open'),
        by: [providerParty('officer')],
        to: 'filed',
        input: z.strictObject({ form: z.record(z.string(), z.unknown()) }),
        decide: (input, { ground }) =>
          accept({ type: 'opened', owner: ground.owner ?? null, place: ground.place, number, form: input.form }),
      }),
      commands: {
        amend: m.command<{ form: FormValues }>({
          ...words('amend'),
          by: [matterParty('change')],
          from: ['filed'],
          input: z.object({ form: z.record(z.string(), z.unknown()) }),
          decide: (_state, input) => accept({ type: 'amended', form: input.form }),
        }),
        cancel: m.command<object>({
          ...words('cancel'),
          by: [matterParty('cancellation')],
          from: ['filed'],
          to: ['cancelled'],
          input: z.object({}),
          decide: () => accept({ type: 'cancelled' }),
        }),
        revoke: m.command<object>({
          ...words('revoke'),
          by: [matterParty('revocation')],
          from: ['filed'],
          to: ['revoked'],
          input: z.object({}),
          decide: () => accept({ type: 'revoked' }),
        }),
      },
      events: {
        opened: words('opened'),
        amended: words('amended'),
        cancelled: words('cancelled'),
        revoked: words('revoked'),
      },
      forms: { form },
      begin: (event) => ({ status: 'filed', number: event.number, form: event.form }),
      evolve: {
        amended: (filing, event) => ({ ...filing, form: event.form }),
        cancelled: (filing) => ({ ...filing, status: 'cancelled' }),
        revoked: (filing) => ({ ...filing, status: 'revoked' }),
      },
      clocks: {},
      links: ['change', 'cancellation', 'revocation'],
      summary: (filing) => ({ title: filing.number, number: filing.number }),
    }),
  );
