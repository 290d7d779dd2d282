import { useState, type ReactNode } from 'react';
import type { Text } from '@suanjian/rulebook';
import type { MatterFilters } from '../client/matters.ts';
import { useLanguage } from '../language/language.tsx';
import { homeTexts } from '../texts/home.ts';
import { isFiltered } from './filters.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly filters: MatterFilters;
  readonly set: (change: MatterFilters) => void;
  readonly clear: () => void;
  readonly children: ReactNode;
}

interface SelectProps {
  readonly label: Text;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly set: (value: string | undefined) => void;
}

export const FilterSelect = ({ label, value, choices, set }: SelectProps) => {
  const { say } = useLanguage();
  return (
    <label className="grid min-w-0 gap-1">
      <span className="small quiet">{say(label)}</span>
      <select
        className="input min-h-10! py-1!"
        value={value ?? ''}
        onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
      >
        <option value="">{say(homeTexts.filters.anybody)}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Filters stand in the address: a list can be sent to somebody, and Back undoes a filter. */
export const FilterBar = ({ filters, set, clear, children }: Props) => {
  const { say } = useLanguage();
  const [written, setWritten] = useState(filters.q ?? '');
  return (
    <form
      role="search"
      className="mb-4 grid grid-cols-2 items-end gap-3 lg:flex lg:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault();
        set({ q: written.trim() === '' ? undefined : written.trim() });
      }}
    >
      <label className="col-span-2 grid min-w-56 flex-1 gap-1">
        <span className="small quiet">{say(homeTexts.filters.text)}</span>
        <input
          type="search"
          className="input min-h-10! py-1!"
          value={written}
          maxLength={200}
          onChange={({ target }) => setWritten(target.value)}
        />
      </label>
      {children}
      <div className="col-span-2 flex gap-2">
        <button type="submit" className="button min-h-10! py-1!">
          {say(homeTexts.filters.apply)}
        </button>
        {isFiltered(filters) ? (
          <button
            type="button"
            className="button button-quiet min-h-10! py-1!"
            onClick={() => {
              setWritten('');
              clear();
            }}
          >
            {say(homeTexts.filters.clear)}
          </button>
        ) : null}
      </div>
    </form>
  );
};
