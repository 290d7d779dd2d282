import { recordChecksContract } from '@suanjian/contracts';
import { useQuery } from '@tanstack/react-query';
import { keys } from './queries.ts';
import { request } from './request.ts';

export const hasRecordChecks = (kind: string): boolean => kind === 'filing' || kind === 'responsibility';

export const useRecordChecks = (kind: string, id: string) =>
  useQuery({
    queryKey: [...keys.matter(kind, id), 'record-checks'],
    queryFn: ({ signal }) =>
      request(`/api/matters/${kind}/${encodeURIComponent(id)}/record-checks`, recordChecksContract, { signal }),
    enabled: hasRecordChecks(kind),
  });
