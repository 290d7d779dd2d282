import {
  askedTargetsContract,
  campaignCandidatesContract,
  campaignDashboardContract,
  commandDoneContract,
} from '@suanjian/contracts';
import type { FormValues } from '@suanjian/matters';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newKey } from './matters.ts';
import { keys } from './queries.ts';
import { request } from './request.ts';

const pathOf = (id: string): string => `/api/campaigns/${encodeURIComponent(id)}`;

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: [...keys.matters, 'campaign', id],
    queryFn: ({ signal }) => request(pathOf(id), campaignDashboardContract, { signal }),
  });

/** Only what is set, so that a condition nobody set is none. */
const queryOf = (values: FormValues): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (Array.isArray(value) && value.length > 0) query.set(name, value.join(','));
    else if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
      query.set(name, String(value).trim());
  return query.toString();
};

/** Searches once somebody has said by what. */
export const useCandidates = (id: string, values: FormValues | undefined) =>
  useQuery({
    queryKey: [...keys.matters, 'campaign', id, 'candidates', values],
    queryFn: ({ signal }) =>
      request(`${pathOf(id)}/candidates?${queryOf(values ?? {})}`, campaignCandidatesContract, { signal }),
    enabled: values !== undefined,
    retry: false,
  });

/** Asking hundreds takes a while. */
const patience = 600_000;

export const useAskTargets = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) =>
      request(`${pathOf(id)}/ask`, askedTargetsContract, { method: 'POST', body, patience }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.matters }),
  });
};

export const useSelectTargets = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: FormValues) =>
      request(`/api/matters/campaign/${encodeURIComponent(id)}/select-targets`, commandDoneContract, {
        method: 'POST',
        body: input,
        headers: { 'idempotency-key': newKey() },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.matters }),
  });
};
