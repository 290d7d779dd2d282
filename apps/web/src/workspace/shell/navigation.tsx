import { Link } from '@tanstack/react-router';
import type { Text } from '@suanjian/rulebook';
import { isIndustryBody, isOffice, keepsRegister, useMe, type Me } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { shellTexts } from '../texts/shell.ts';

interface Entry {
  readonly to:
    | '/'
    | '/queue'
    | '/algorithms'
    | '/matters'
    | '/registration'
    | '/notices'
    | '/members'
    | '/connections'
    | '/account'
    | '/register'
    | '/corrections'
    | '/punctuality'
    | '/monitoring';
  readonly title: Text;
}

const ofEverybody: readonly Entry[] = [
  { to: '/notices', title: shellTexts.notices },
  { to: '/members', title: shellTexts.members },
  { to: '/connections', title: shellTexts.connections },
  { to: '/account', title: shellTexts.account },
];

const entriesFor = (me: Me): readonly Entry[] => {
  if (isOffice(me))
    return [
      { to: '/queue', title: shellTexts.queue },
      { to: '/matters', title: shellTexts.matters },
      { to: '/monitoring', title: monitoringTexts.title },
      { to: '/corrections', title: shellTexts.corrections },
      ...(keepsRegister(me) ? [{ to: '/register', title: shellTexts.register } as const] : []),
      { to: '/punctuality', title: shellTexts.punctuality },
      ...ofEverybody,
    ];
  if (isIndustryBody(me)) return [{ to: '/matters', title: shellTexts.matters }, ...ofEverybody];
  if (me.active === undefined) return [{ to: '/account', title: shellTexts.account }];
  return [
    { to: '/', title: shellTexts.home },
    { to: '/algorithms', title: shellTexts.algorithms },
    { to: '/matters', title: shellTexts.matters },
    { to: '/monitoring', title: monitoringTexts.title },
    { to: '/registration', title: shellTexts.registration },
    ...ofEverybody,
  ];
};

export const Navigation = ({ chosen }: { readonly chosen: () => void }) => {
  const { say } = useLanguage();
  const me = useMe();
  return (
    <ul className="grid gap-0.5">
      {entriesFor(me).map(({ to, title }) => (
        <li key={to}>
          <Link
            to={to}
            activeOptions={{ exact: to === '/' || to === '/matters' }}
            className="flex min-h-11 items-center rounded-md px-3 text-ink! no-underline hover:bg-sunken"
            activeProps={{ className: 'bg-accent-soft font-semibold', 'aria-current': 'page' }}
            onClick={chosen}
          >
            {say(title)}
          </Link>
        </li>
      ))}
    </ul>
  );
};
