import { text } from '@suanjian/rulebook';
import { recordAccountEvent } from './account-events.ts';
import { formRules, tooManyAttempts } from './attempts.ts';
import { refusedBecause, wrongPassword } from './refusals.ts';
import { orWrong, type SignInPorts } from './sign-in.ts';

/** Setting up and taking away the second factor, by somebody who is signed in. */
export const createSecondFactorFunctions = ({ engine, attempts, store, now }: SignInPorts) => {
  const take = (account: string): void => {
    const wait = attempts.take(formRules('second-factor-setting', account));
    if (wait > 0) throw tooManyAttempts(wait);
  };
  return {
    /** Nothing is in force until a first code has been confirmed. */
    startSecondFactor: async (
      account: string,
      password: string,
      headers: Headers,
    ): Promise<{ readonly totpUri: string; readonly recoveryCodes: readonly string[] }> => {
      take(account);
      const made = await orWrong(() => engine.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }));
      if (made === undefined || !('totpURI' in made)) throw wrongPassword('/password');
      return { totpUri: made.totpURI, recoveryCodes: made.backupCodes };
    },

    confirmSecondFactor: async (account: string, code: string, headers: Headers): Promise<Headers> => {
      take(account);
      const confirmed = await orWrong(() =>
        engine.api.verifyTOTP({ body: { code: code.replaceAll(/\s/g, '') }, headers, returnHeaders: true }),
      );
      if (confirmed === undefined)
        throw refusedBecause(
          'account/wrong-code',
          text(
            '验证码不对或已过时，请输入应用中最新的六位数字。',
            'The code is wrong or too old. Enter the latest six digits of the app.',
          ),
          '/code',
        );
      await recordAccountEvent(store.database, now(), { type: 'second-factor-on', actor: account, account });
      return confirmed.headers;
    },

    renewRecoveryCodes: async (account: string, password: string, headers: Headers): Promise<readonly string[]> => {
      take(account);
      const made = await orWrong(() => engine.api.generateBackupCodes({ body: { password }, headers }));
      if (made === undefined) throw wrongPassword('/password');
      await recordAccountEvent(store.database, now(), { type: 'recovery-codes-renewed', actor: account, account });
      return made.backupCodes;
    },

    removeSecondFactor: async (account: string, password: string, headers: Headers): Promise<Headers> => {
      take(account);
      const removed = await orWrong(() =>
        engine.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
      );
      if (removed === undefined) throw wrongPassword('/password');
      await recordAccountEvent(store.database, now(), { type: 'second-factor-off', actor: account, account });
      return removed.headers;
    },
  };
};
