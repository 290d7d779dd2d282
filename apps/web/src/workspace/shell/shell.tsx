import { Outlet } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useMyself } from '../client/account.ts';
import { MeContext, meOf } from '../client/me.ts';
import { useLanguage, usePublicAddress } from '../language/language.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { common } from '../texts/common.ts';
import { shellTexts } from '../texts/shell.ts';
import { AccountBar } from './account-bar.tsx';
import { Navigation } from './navigation.tsx';

/** The frame of every page: where one is, for whom one acts, and the way to everything else. */
export const Shell = () => {
  const { say } = useLanguage();
  const address = usePublicAddress();
  const myself = useMyself();
  const me = useMemo(() => (myself.data === undefined ? undefined : meOf(myself.data)), [myself.data]);
  const [open, setOpen] = useState(false);
  if (me === undefined)
    return (
      <main className="column py-10">
        {myself.isError ? <Failure error={myself.error} retry={() => void myself.refetch()} /> : <Loading />}
      </main>
    );
  return (
    <MeContext value={me}>
      <a className="skip-link" href="#content">
        {say(common.skipToContent)}
      </a>
      <header className="site-header workspace-navigation">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 lg:px-6">
          <a className="site-mark" href={address('/')}>
            <span className="site-mark-seal" aria-hidden lang="zh-CN">
              鉴
            </span>
            {say(common.product)}
          </a>
          <button
            type="button"
            className="button button-quiet min-h-9! px-3! py-0! lg:hidden"
            aria-expanded={open}
            aria-controls="navigation"
            onClick={() => setOpen(!open)}
          >
            {say(shellTexts.menu)}
          </button>
          <div className="ml-auto">
            <AccountBar />
          </div>
        </div>
      </header>
      <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
        <nav
          id="navigation"
          aria-label={say(shellTexts.navigation)}
          className={`workspace-navigation border-line p-3 max-lg:border-b lg:min-h-screen lg:border-r ${open ? '' : 'max-lg:hidden'}`}
        >
          <Navigation chosen={() => setOpen(false)} />
        </nav>
        <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 focus:outline-none lg:px-8">
          <Outlet />
        </main>
      </div>
    </MeContext>
  );
};
