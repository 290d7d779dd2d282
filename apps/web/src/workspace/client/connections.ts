import {
  calendarFeedContract,
  createdWebhookContract,
  noticeListContract,
  noticePreferenceContract,
  unreadContract,
  webhookListContract,
  webhookTestContract,
  type NoticePreference,
} from '@suanjian/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing } from './account.ts';
import { request } from './request.ts';

/*
 * What leaves the server by itself: notices, webhooks, the calendar.
 */

const keys = {
  notices: ['notices'] as const,
  webhooks: ['webhooks'] as const,
  feed: ['calendar-feed'] as const,
  preference: ['notices', 'preference'] as const,
};

export const useNotices = (page: number, unread: boolean) =>
  useQuery({
    queryKey: [...keys.notices, page, unread],
    queryFn: ({ signal }) =>
      request(`/api/notices?page=${page}${unread ? '&unread=true' : ''}`, noticeListContract, { signal }),
    refetchInterval: 60_000,
  });

/** How many notices wait; nothing while it is not known. */
export const useUnread = (): number => useNotices(1, false).data?.unread ?? 0;

const useChange = <Input, Answer>(key: readonly string[], act: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation<Answer, Error, Input>({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
};

export const useReadNotice = () =>
  useChange(keys.notices, (id: number) =>
    request(`/api/notices/${id}/read`, unreadContract, { method: 'POST', body: {} }),
  );
export const useReadAllNotices = () =>
  useChange(keys.notices, () => request('/api/notices/read', unreadContract, { method: 'POST', body: {} }));

export const usePreference = () =>
  useQuery({
    queryKey: keys.preference,
    queryFn: ({ signal }) => request('/api/notices/preferences', noticePreferenceContract, { signal }),
  });
export const useSetPreference = () =>
  useChange(keys.preference, (body: NoticePreference) =>
    request('/api/notices/preferences', noticePreferenceContract, { method: 'PUT', body }),
  );

export const useWebhooks = (enabled: boolean) =>
  useQuery({
    queryKey: keys.webhooks,
    queryFn: ({ signal }) => request('/api/webhooks', webhookListContract, { signal }),
    enabled,
  });
export const useNewWebhook = () =>
  useChange(keys.webhooks, (address: string) =>
    request('/api/webhooks', createdWebhookContract, { method: 'POST', body: { address } }),
  );
export const useRemoveWebhook = () =>
  useChange(keys.webhooks, (id: string) => request(`/api/webhooks/${id}`, nothing, { method: 'DELETE' }));
export const useTestWebhook = () =>
  useChange(keys.webhooks, (id: string) =>
    request(`/api/webhooks/${id}/test`, webhookTestContract, { method: 'POST', body: {} }),
  );

export const useCalendarFeed = () =>
  useQuery({
    queryKey: keys.feed,
    queryFn: ({ signal }) => request('/api/calendar-feed', calendarFeedContract, { signal }),
  });
export const useRenewCalendarFeed = () =>
  useChange(keys.feed, () => request('/api/calendar-feed/renew', calendarFeedContract, { method: 'POST', body: {} }));
