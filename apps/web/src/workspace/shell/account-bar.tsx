import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { actFor } from '../client/account.ts';
import { useMe } from '../client/me.ts';
import { forgetUnsent } from '../drafts/unsent.ts';
import { useLanguage } from '../language/language.tsx';
import { common } from '../texts/common.ts';
import { shellTexts } from '../texts/shell.ts';

const ActingFor = () => {
  const { say } = useLanguage();
  const me = useMe();
  const client = useQueryClient();
  const router = useRouter();
  const { memberships } = me.answer;
  if (memberships.length < 2) return <span className="font-medium">{me.active?.name}</span>;
  const choose = async (organisation: string) => {
    await actFor(organisation);
    client.clear();
    await router.navigate({ to: '/' });
    window.location.reload();
  };
  return (
    <label className="flex items-center gap-2">
      <span className="small quiet">{say(shellTexts.actingFor)}</span>
      <select
        className="input min-h-9! w-auto! py-0!"
        value={me.active?.organisation ?? ''}
        onChange={({ target }) => void choose(target.value)}
      >
        {memberships.map(({ organisation, name }) => (
          <option key={organisation} value={organisation}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

/** For whom one acts, in which language, and the way out. */
export const AccountBar = () => {
  const { say, language, speak } = useLanguage();
  const me = useMe();
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <ActingFor />
      <span className="quiet">{me.answer.name}</span>
      <button
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        className="min-h-9 cursor-pointer text-accent underline"
        onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </button>
      <form
        method="post"
        action={language === 'en' ? '/en/sign-out' : '/sign-out'}
        onSubmit={() => forgetUnsent(sessionStorage)}
      >
        <button type="submit" className="min-h-9 cursor-pointer text-accent underline">
          {say(common.signOut)}
        </button>
      </form>
    </div>
  );
};
