import {
  auditKeyContract,
  auditKeyListContract,
  auditStandingContract,
  keptAuditBundleContract,
} from '@suanjian/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request.ts';

const keys = {
  audits: ['audits'] as const,
  standing: (filing: string) => ['audits', 'standing', filing] as const,
  register: ['audits', 'keys'] as const,
};

export const useAudits = (filing: string) =>
  useQuery({
    queryKey: keys.standing(filing),
    queryFn: ({ signal }) =>
      request(`/api/audits?filing=${encodeURIComponent(filing)}`, auditStandingContract, { signal }),
  });

export const useAuditKeys = () =>
  useQuery({
    queryKey: keys.register,
    queryFn: ({ signal }) => request('/api/audits/keys', auditKeyListContract, { signal }),
  });

const useChange = <Input, Answer>(act: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation<Answer, Error, Input>({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.audits }),
  });
};

export const useSendBundle = () =>
  useChange((note: string) =>
    request('/api/audits/bundles', keptAuditBundleContract, { method: 'POST', body: { note } }),
  );
export const useAddAuditKey = () =>
  useChange((vkey: string) => request('/api/audits/keys', auditKeyContract, { method: 'POST', body: { vkey } }));
export const useRetireAuditKey = () =>
  useChange((id: string) =>
    request(`/api/audits/keys/${encodeURIComponent(id)}/retire`, auditKeyContract, { method: 'POST', body: {} }),
  );

export const noteAddress = (bundle: string): string => `/api/audits/bundles/${encodeURIComponent(bundle)}/note`;
