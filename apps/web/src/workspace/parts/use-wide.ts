import { useSyncExternalStore } from 'react';

const query = '(min-width: 80rem)';

/** Whether two columns of reading fit beside each other. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
