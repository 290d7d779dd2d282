import type { Migration } from '../store/migration.ts';
import { installation } from './0001-installation.ts';
import { organisations } from './0002-organisations.ts';
import { matters } from './0003-matters.ts';
import { register } from './0004-register.ts';
import { notices } from './0005-notices.ts';
import { accounts } from './0006-accounts.ts';
import { calendarFeeds } from './0007-calendar-feeds.ts';
import { audits } from './0008-audits.ts';
import { lists } from './0010-lists.ts';
import { siteChecks } from './0011-site-checks.ts';
import { namesOfFiles } from './0012-names-of-files.ts';
import { teams } from './0013-teams.ts';
import { monitoring } from './0014-monitoring.ts';
import { workLists } from './0015-work-lists.ts';
import { madePublic } from './0016-made-public.ts';
import { monitoringLinks } from './0017-monitoring-links.ts';
import { industryBodies } from './0018-industry-bodies.ts';
import { officeDay } from './0019-office-day.ts';
import { redress } from './0009-redress.ts';

/** The whole schema, in the order in which it grew. Add at the end; never edit what is here. */
export const migrations: readonly Migration[] = [
  installation,
  organisations,
  matters,
  register,
  notices,
  accounts,
  calendarFeeds,
  audits,
  redress,
  lists,
  siteChecks,
  namesOfFiles,
  teams,
  monitoring,
  workLists,
  madePublic,
  monitoringLinks,
  industryBodies,
  officeDay,
];
