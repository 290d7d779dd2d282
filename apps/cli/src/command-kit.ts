import {
  buildCommand,
  buildRouteMap,
  type ApplicationContext,
  type Command,
  type RouteMap,
  type TypedCommandParameters,
} from '@stricli/core';
import type { Language, Text } from '@suanjian/rulebook';
import type { Terminal } from './terminal.ts';

export interface SuanjianContext extends ApplicationContext {
  readonly terminal: Terminal;
}

export type Work<Flags, Args extends readonly unknown[]> = (
  terminal: Terminal,
  flags: Flags,
  ...args: Args
) => Promise<void>;

type Routes = Readonly<Record<string, Command<SuanjianContext> | RouteMap<SuanjianContext>>>;

const asIs = (value: string): string => value;

const wholeNumber = (value: string): number => {
  if (!/^\d{1,12}$/.test(value)) throw new SyntaxError(value);
  return Number(value);
};

/** The pieces that commands are described with, in one language. */
export const commandKit = (language: Language) => {
  const words = (text: Text): string => text[language];
  return {
    words,
    optional: (text: Text, placeholder = 'value') =>
      ({ kind: 'parsed', parse: asIs, brief: words(text), optional: true, placeholder }) as const,
    needed: (text: Text, placeholder = 'value') =>
      ({ kind: 'parsed', parse: asIs, brief: words(text), placeholder }) as const,
    count: (text: Text, placeholder = 'number') =>
      ({ kind: 'parsed', parse: wholeNumber, brief: words(text), optional: true, placeholder }) as const,
    several: (text: Text, placeholder: string) =>
      ({ kind: 'parsed', parse: asIs, brief: words(text), optional: true, variadic: true, placeholder }) as const,
    onOff: (text: Text) => ({ kind: 'boolean', brief: words(text), default: false, withNegated: false }) as const,
    choice: <Value extends string>(text: Text, values: readonly Value[]) =>
      ({ kind: 'enum', values, brief: words(text), optional: true }) as const,
    argument: (text: Text, placeholder: string) => ({ parse: asIs, brief: words(text), placeholder }) as const,
    map: (brief: Text, routes: Routes): RouteMap<SuanjianContext> =>
      buildRouteMap<string, SuanjianContext>({ routes, docs: { brief: words(brief) } }),
    /** A command whose module is loaded when it is given: `--help` and small commands start without the server. `more` follows the brief in its help. */
    command: <Flags extends Readonly<Partial<Record<keyof Flags, unknown>>>, Args extends readonly unknown[] = []>(
      brief: Text,
      parameters: TypedCommandParameters<Flags, Args, SuanjianContext>,
      load: () => Promise<Work<Flags, Args>>,
      more?: Text,
    ): Command<SuanjianContext> =>
      buildCommand<Flags, Args, SuanjianContext>({
        docs: {
          brief: words(brief),
          ...(more === undefined ? {} : { fullDescription: `${words(brief)}\n${words(more)}` }),
        },
        parameters,
        loader: async () => {
          const work = await load();
          return function (this: SuanjianContext, flags: Flags, ...args: Args) {
            return work(this.terminal, flags, ...args);
          };
        },
      }),
  };
};

export type CommandKit = ReturnType<typeof commandKit>;
