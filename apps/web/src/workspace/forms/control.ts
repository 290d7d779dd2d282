import type { Control } from '@suanjian/matters';

/** What every control is given: its value may be anything a draft may hold, and is read with care. */
export interface ControlProps<Kind extends Control['kind'] = Control['kind']> {
  readonly id: string;
  readonly control: Extract<Control, { kind: Kind }>;
  readonly value: unknown;
  /** `null` takes the value back. */
  readonly change: (value: unknown) => void;
  readonly blurred: () => void;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly required: boolean;
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
