import {
  indicatorListContract,
  monitoringContract,
  providerSeriesContract,
  triedIndicatorContract,
  warningContract,
} from '@suanjian/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from './request.ts';

const key = 'monitoring';

export const useMonitoring = () =>
  useQuery({ queryKey: [key], queryFn: ({ signal }) => request('/api/monitoring', monitoringContract, { signal }) });

export const useWarning = (id: string) =>
  useQuery({
    queryKey: [key, 'warning', id],
    queryFn: ({ signal }) => request(`/api/monitoring/warnings/${encodeURIComponent(id)}`, warningContract, { signal }),
  });

export const useProviderSeries = (id: string) =>
  useQuery({
    queryKey: [key, 'provider', id],
    queryFn: ({ signal }) =>
      request(`/api/monitoring/providers/${encodeURIComponent(id)}`, providerSeriesContract, { signal }),
  });

/** What is watched of one's own company. */
export const useOwnSeries = () =>
  useQuery({
    queryKey: [key, 'own'],
    queryFn: ({ signal }) => request('/api/monitoring/own', providerSeriesContract, { signal }),
  });

export const useIndicators = () =>
  useQuery({
    queryKey: [key, 'indicators'],
    queryFn: ({ signal }) => request('/api/monitoring/indicators', indicatorListContract, { signal }),
  });

/** What a version would have done over the past; nothing is kept. */
export const useTryIndicator = () =>
  useMutation({
    mutationFn: (definition: Readonly<Record<string, unknown>>) =>
      request('/api/monitoring/indicators/try', triedIndicatorContract, { method: 'POST', body: { definition } }),
  });

/** Any step, by the address below /api/monitoring. */
export const useMonitoringStep = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: Readonly<Record<string, unknown>> }) =>
      request(`/api/monitoring/${path}`, z.unknown(), { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
};
