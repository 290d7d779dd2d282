import { begunSiteCheckContract, siteStandingContract } from '@suanjian/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request.ts';

const keyOf = (filing: string) => ['site-checks', filing] as const;

/** Looked at again every few seconds while a visit is under way. */
export const useSiteChecks = (filing: string) =>
  useQuery({
    queryKey: keyOf(filing),
    queryFn: ({ signal }) =>
      request(`/api/site-checks?filing=${encodeURIComponent(filing)}`, siteStandingContract, { signal }),
    refetchInterval: ({ state }) => (state.data?.running === true ? 3_000 : false),
  });

export const useAskSiteCheck = (filing: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/api/site-checks', begunSiteCheckContract, { method: 'POST', body: { filing } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(filing) }),
  });
};

export const screenshotAddress = (visit: string): string =>
  `/api/site-checks/visits/${encodeURIComponent(visit)}/screenshot`;
