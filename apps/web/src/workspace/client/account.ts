import {
  invitationListSchema,
  invitedSchema,
  memberListSchema,
  meSchema,
  officialListSchema,
  recoveryCodesSchema,
  secondFactorStartSchema,
  sessionListSchema,
  staffListSchema,
} from '@suanjian/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from './request.ts';

/** An answer whose content nobody reads. */
export const nothing = z.unknown();

const accountKeys = {
  me: ['me'] as const,
  sessions: ['me', 'sessions'] as const,
  officials: ['officials'] as const,
  members: (organisation: string) => ['organisation', organisation, 'members'] as const,
  staff: (organisation: string) => ['organisation', organisation, 'staff'] as const,
  invitations: (organisation: string) => ['organisation', organisation, 'invitations'] as const,
};

const organisationPath = (organisation: string): string => `/api/organisations/${encodeURIComponent(organisation)}`;

export const useMyself = () =>
  useQuery({
    queryKey: accountKeys.me,
    queryFn: ({ signal }) => request('/api/me', meSchema, { signal }),
    staleTime: 60_000,
  });

export const useSessions = () =>
  useQuery({
    queryKey: accountKeys.sessions,
    queryFn: ({ signal }) => request('/api/me/sessions', sessionListSchema, { signal }),
  });

export const useMembers = (organisation: string) =>
  useQuery({
    queryKey: accountKeys.members(organisation),
    queryFn: ({ signal }) => request(`${organisationPath(organisation)}/members`, memberListSchema, { signal }),
  });

/** Names and roles of those who work on matters; no organisation has none. */
export const useStaffOf = (organisation: string | undefined) =>
  useQuery({
    queryKey: accountKeys.staff(organisation ?? ''),
    queryFn: ({ signal }) => request(`${organisationPath(organisation ?? '')}/staff`, staffListSchema, { signal }),
    enabled: organisation !== undefined,
    staleTime: 300_000,
  });

/** Officials of every office who can be named to a joint team; asked for only where somebody chooses one. */
export const useOfficials = () =>
  useQuery({
    queryKey: accountKeys.officials,
    queryFn: ({ signal }) => request('/api/officials', officialListSchema, { signal }),
    staleTime: 300_000,
  });

export const useInvitations = (organisation: string) =>
  useQuery({
    queryKey: accountKeys.invitations(organisation),
    queryFn: ({ signal }) => request(`${organisationPath(organisation)}/invitations`, invitationListSchema, { signal }),
  });

/** What can be done about accounts, each refreshing what it changes. */
export const useAccountAction = <Input, Answer>(act: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation<Answer, Error, Input>({
    mutationFn: act,
    onSuccess: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'me' || queryKey[0] === 'organisation' }),
  });
};

export const actFor = (organisation: string) =>
  request('/api/me/organisation', nothing, { method: 'POST', body: { organisation } });
export const endSession = (id: string) =>
  request(`/api/me/sessions/${encodeURIComponent(id)}`, nothing, { method: 'DELETE' });
export const endOtherSessions = () => request('/api/me/sessions', nothing, { method: 'DELETE' });
export const changePassword = (body: { readonly current: string; readonly next: string }) =>
  request('/api/me/password', nothing, { method: 'POST', body });
export const startSecondFactor = (password: string) =>
  request('/api/me/second-factor', secondFactorStartSchema, { method: 'POST', body: { password } });
export const confirmSecondFactor = (code: string) =>
  request('/api/me/second-factor/confirm', nothing, { method: 'POST', body: { code } });
export const removeSecondFactor = (password: string) =>
  request('/api/me/second-factor/remove', nothing, { method: 'POST', body: { password } });
export const renewRecoveryCodes = (password: string) =>
  request('/api/me/recovery-codes', recoveryCodesSchema, { method: 'POST', body: { password } });
/** Answers where to go to prove the other account. */
export const linkIdentityProvider = () =>
  request('/api/me/identity-provider', z.object({ url: z.url() }), { method: 'POST', body: {} });

export const invite = (organisation: string, body: { readonly email: string; readonly roles: readonly string[] }) =>
  request(`${organisationPath(organisation)}/invitations`, invitedSchema, { method: 'POST', body });
export const withdrawInvitation = (organisation: string, id: string) =>
  request(`${organisationPath(organisation)}/invitations/${encodeURIComponent(id)}`, nothing, { method: 'DELETE' });
export const setRoles = (organisation: string, account: string, roles: readonly string[]) =>
  request(`${organisationPath(organisation)}/members/${encodeURIComponent(account)}/roles`, nothing, {
    method: 'PUT',
    body: { roles },
  });
export const removeMember = (organisation: string, account: string) =>
  request(`${organisationPath(organisation)}/members/${encodeURIComponent(account)}`, nothing, { method: 'DELETE' });
