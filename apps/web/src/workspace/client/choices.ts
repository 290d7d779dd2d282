import { auditComparisonContract, choiceListContract } from '@suanjian/contracts';
import { pickedCheck, type PickSource } from '@suanjian/matters';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { request } from './request.ts';

/** Id of the matter that is read or decided on: what is picked is picked from the things of its provider. */
const AboutMatter = createContext<string | undefined>(undefined);
export const PickingFor = AboutMatter.Provider;

const addressOf = (from: PickSource, about: string | undefined, more: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams({ of: from.of });
  if (from.of === 'matter') {
    query.set('kind', from.kind);
    if (from.states !== undefined) query.set('states', from.states.join(','));
  }
  if (about !== undefined) query.set('about', about);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `/api/choices?${query.toString()}`;
};

const useAsked = (from: PickSource, more: Readonly<Record<string, string>>, enabled: boolean) => {
  const address = addressOf(from, useContext(AboutMatter), more);
  return useQuery({
    queryKey: ['choices', address],
    queryFn: ({ signal }) => request(address, choiceListContract, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
};

/** What may be picked, narrowed by a search. */
export const useChoices = (from: PickSource, search: string) =>
  useAsked(from, search.trim() === '' ? {} : { q: search.trim() }, true);

/** What was picked, as far as it may still be seen. */
export const usePicked = (from: PickSource, value: string) => useAsked(from, { value }, value !== '');

/** What a picked result of a check says, in full. */
export const useComparison = (value: string) => {
  const picked = pickedCheck(value);
  return useQuery({
    queryKey: ['audits', 'comparison', value],
    queryFn: ({ signal }) =>
      request(
        `/api/audits/bundles/${encodeURIComponent(picked?.bundle ?? '')}/comparison?check=${encodeURIComponent(picked?.check ?? '')}`,
        auditComparisonContract,
        { signal },
      ),
    enabled: picked !== undefined,
  });
};
