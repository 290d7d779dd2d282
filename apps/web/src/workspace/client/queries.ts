import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { failureFrom } from './failure.ts';
import { listMatters, readMatter, readReadings, type MatterFilters, type Sealed } from './matters.ts';

/** Tries again only what may come right by itself. */
const worthAnother = (attempts: number, error: unknown): boolean => {
  const { kind } = failureFrom(error);
  return attempts < 2 && (kind === 'offline' || kind === 'unavailable');
};

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: worthAnother, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });

export const keys = {
  matters: ['matters'] as const,
  list: (filters: MatterFilters) => ['matters', 'list', filters] as const,
  matter: (kind: string, id: string) => ['matters', 'one', kind, id] as const,
};

export const useMatters = (filters: MatterFilters) =>
  useQuery({
    queryKey: keys.list(filters),
    queryFn: ({ signal }) => listMatters(filters, signal),
    placeholderData: keepPreviousData,
  });

export const useMatter = (kind: string, id: string) =>
  useQuery({
    queryKey: [...keys.matter(kind, id), 'masked'],
    queryFn: ({ signal }) => readMatter(kind, id, [], signal),
  });

/**
 * Each fetch is a recorded reading: it happens when it is asked for, and not again by itself. So its key is none of those that are
 * read again after a command.
 * @param asked tells one asking from the next
 */
export const useUnsealedMatter = (kind: string, id: string, unseal: readonly Sealed[], asked = 0) =>
  useQuery({
    queryKey: ['unsealed', kind, id, unseal, asked],
    queryFn: ({ signal }) => readMatter(kind, id, unseal, signal),
    enabled: unseal.length > 0,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useReadings = (kind: string, id: string) =>
  useQuery({
    queryKey: [...keys.matter(kind, id), 'readings'],
    queryFn: ({ signal }) => readReadings(kind, id, signal),
  });

/** After a command everything about matters may have changed: lists, the matter, its parent. */
export const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.matters });
};
