import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { newKey, openMatter, type OpeningCall } from '../client/matters.ts';
import { useRefresh } from '../client/queries.ts';
import { definitionOf } from '../matters/definitions.ts';

/** Opens a matter and goes to where it is worked on: its form while it is a draft, its page otherwise. */
export const useOpening = (kind: string) => {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const key = useRef(newKey());
  const last = useRef('');
  return useMutation({
    mutationFn: (call: Omit<OpeningCall, 'key'>) => {
      const content = JSON.stringify(call);
      if (content !== last.current) key.current = newKey();
      last.current = content;
      return openMatter(kind, { ...call, key: key.current });
    },
    onSuccess: async ({ matter, status }) => {
      const drafting = status === 'draft' && definitionOf(kind)?.commands['save'] !== undefined;
      // First away, then refreshed: the page of the one registration goes elsewhere as soon as it learns that there is one.
      await navigate({ to: drafting ? '/matters/$kind/$id/edit' : '/matters/$kind/$id', params: { kind, id: matter } });
      await refresh();
    },
  });
};
