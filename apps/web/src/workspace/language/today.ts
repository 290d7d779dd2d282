import { useEffect, useState } from 'react';
import { civilDateOf, type CivilDate } from '@suanjian/rulebook';

const now = (): CivilDate => civilDateOf(new Date().toISOString());

/** The civil date in Shanghai, also after a night with the page open. */
export const useToday = (): CivilDate => {
  const [today, setToday] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setToday(now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
};
