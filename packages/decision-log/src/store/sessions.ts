import { answerSettings, auditorSettings, checkAuditorSettings, type AuditorCaps } from './auditor-caps.ts';
import { checkAuditorSql } from './auditor-gate.ts';
import { openSession, type Session } from './session.ts';
import { logDatabase } from './store.ts';

/** A user at one node. */
export interface Login {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** The longest a statement of the writer's may take unless it says otherwise, in seconds. */
const writerSeconds = 600;

export const writerSession = (login: Login, database: string = logDatabase): Session =>
  openSession({
    ...login,
    database,
    settings: {
      ...answerSettings,
      max_execution_time: writerSeconds,
      // An insertion is acknowledged when it lies on its shards, not when it is queued for them.
      distributed_foreground_insert: 1,
      async_insert: 0,
    },
    seconds: writerSeconds,
    endsWithClient: false,
  });

/**
 * A reader under caps. Where the user itself has them nothing is sent along; otherwise (`bring`) every query brings them, and `readonly`
 * keeps the query's own SETTINGS from changing them.
 */
export const auditorSession = (login: Login, database: string, caps: AuditorCaps, bring = false): Session =>
  openSession({
    ...login,
    database,
    settings: bring ? Object.fromEntries(auditorSettings(caps).map(({ name, value }) => [name, value])) : {},
    seconds: caps.seconds,
    endsWithClient: true,
    check: (sql, settings) => {
      checkAuditorSql(sql);
      checkAuditorSettings(settings, caps);
    },
  });
