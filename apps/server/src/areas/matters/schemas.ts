import { z } from 'zod';

const reason = z.string().max(4000).optional().describe('Why; required where the command says so');

/** The body of a command as the OpenAPI document shows it. The engine itself checks it, to name every fault in both languages. */
export const bodySchema = (input: z.ZodType, withParent: boolean, withWarning = false): z.ZodType => {
  const extra = {
    reason,
    ...(withParent ? { parent: z.uuid().describe('The matter it is opened on') } : {}),
    ...(withWarning ? { warning: z.uuid().optional().describe('The early warning it is opened from') } : {}),
  };
  return input instanceof z.ZodObject ? input.extend(extra) : z.looseObject(extra);
};

export interface CommandBody {
  readonly reason: string | undefined;
  readonly parent: string | undefined;
  readonly input: Readonly<Record<string, unknown>>;
}

/** `reason` and `parent` stand beside the input in the body and are not part of it. */
export const splitBody = (body: unknown): CommandBody => {
  const { reason, parent, ...input } =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return {
    reason: typeof reason === 'string' ? reason : undefined,
    parent: typeof parent === 'string' ? parent : undefined,
    input,
  };
};

/** The same for an opening, beside whose input the early warning may stand that it is opened from. */
export const splitOpening = (
  body: unknown,
  withWarning: boolean,
): CommandBody & { readonly warning: string | undefined } => {
  const { input, ...beside } = splitBody(body);
  if (!withWarning) return { ...beside, input, warning: undefined };
  const { warning, ...rest } = input;
  return { ...beside, input: rest, warning: typeof warning === 'string' ? warning : undefined };
};
