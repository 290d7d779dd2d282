import {
  attachmentContract,
  commandDoneContract,
  matterListContract,
  matterReadingContract,
  readingsContract,
  type AttachmentAnswer,
  type CommandDone,
  type MatterListAnswer,
  type MatterReadingAnswer,
  type ReadingsAnswer,
} from '@suanjian/contracts';
import { request } from './request.ts';

export type Sealed = 'confidential' | 'personal';

export type Desk = 'provider' | 'province' | 'nation' | 'city';

export interface MatterFilters {
  readonly kind?: string;
  readonly status?: string;
  /** `all` is whatever the desk; without any, a page may have one of its own in mind. */
  readonly desk?: Desk | 'all';
  /** An account id, `me`, or `none`. */
  readonly assignee?: string;
  readonly q?: string;
  /** Id of a matter: only what was opened on it or concerns it. */
  readonly on?: string;
  readonly due?: string;
  readonly open?: boolean;
  readonly sort?: 'due' | 'newest' | 'oldest';
  readonly page?: number;
  readonly size?: number;
}

/** Only what is set, in a fixed order, so that the same filters always make the same address. */
export const queryOf = (filters: MatterFilters): string => {
  const query = new URLSearchParams();
  const names = ['kind', 'status', 'desk', 'assignee', 'q', 'on', 'due', 'open', 'sort', 'page', 'size'] as const;
  for (const name of names) {
    const value = filters[name];
    if (value !== undefined && value !== '' && value !== false) query.set(name, String(value));
  }
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
};

export const listMatters = ({ desk, ...filters }: MatterFilters, signal?: AbortSignal): Promise<MatterListAnswer> =>
  request(`/api/matters${queryOf(desk === 'all' ? filters : { ...filters, desk })}`, matterListContract, { signal });

const matterPath = (kind: string, id: string): string =>
  `/api/matters/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;

/** @param unseal every value of these kinds that is shown is recorded as a reading. */
export const readMatter = (
  kind: string,
  id: string,
  unseal: readonly Sealed[],
  signal?: AbortSignal,
): Promise<MatterReadingAnswer> =>
  request(`${matterPath(kind, id)}${unseal.length === 0 ? '' : `?unseal=${unseal.join(',')}`}`, matterReadingContract, {
    signal,
  });

export const readReadings = (kind: string, id: string, signal?: AbortSignal): Promise<ReadingsAnswer> =>
  request(`${matterPath(kind, id)}/readings`, readingsContract, { signal });

interface CommandCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  /** The position the caller has seen; a matter that moved since refuses. */
  readonly position?: number;
  /** The same for every attempt at the same thing. */
  readonly key: string;
}

const bodyOf = ({ input, reason }: Pick<CommandCall, 'input' | 'reason'>): Record<string, unknown> => ({
  ...input,
  ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
});

export const giveCommand = (kind: string, id: string, command: string, call: CommandCall): Promise<CommandDone> =>
  request(`${matterPath(kind, id)}/${encodeURIComponent(command)}`, commandDoneContract, {
    method: 'POST',
    body: bodyOf(call),
    headers: {
      'idempotency-key': call.key,
      ...(call.position === undefined ? {} : { 'if-match': `"${call.position}"` }),
    },
  });

export interface OpeningCall extends Omit<CommandCall, 'position'> {
  /** Id of the matter it is opened on. */
  readonly parent?: string;
  /** Id of the early warning it is opened from. */
  readonly warning?: string;
}

export const openMatter = (kind: string, { parent, warning, ...call }: OpeningCall): Promise<CommandDone> =>
  request(`/api/matters/${encodeURIComponent(kind)}`, commandDoneContract, {
    method: 'POST',
    body: {
      ...bodyOf(call),
      ...(parent === undefined ? {} : { parent }),
      ...(warning === undefined ? {} : { warning }),
    },
    headers: { 'idempotency-key': call.key },
  });

export const uploadAttachment = (file: File): Promise<AttachmentAnswer> => {
  const body = new FormData();
  body.set('file', file, file.name);
  return request('/api/attachments', attachmentContract, { method: 'POST', body });
};

export const attachmentAddress = (hash: string, matter?: { readonly kind: string; readonly id: string }): string =>
  matter === undefined ? `/api/attachments/${hash}` : `${matterPath(matter.kind, matter.id)}/attachments/${hash}`;

export const newKey = (): string => crypto.randomUUID();
