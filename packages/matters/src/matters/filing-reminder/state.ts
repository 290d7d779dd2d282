import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';

export type FilingReminderStatus = 'sent' | 'answered' | 'filed' | 'settled' | 'withdrawn';

export interface FilingReminderState extends DeskState {
  readonly status: FilingReminderStatus;
  /** The provider's name. */
  readonly title: string;
  readonly level: OfficeLevel;
  readonly parent?: Opened['parent'];
  /** How the campaign's list names it. */
  readonly target?: string;
  readonly reminder: FormValues;
  /** By when to file or to answer; moves on with every reminder. */
  readonly due: CivilDate;
  readonly runsFrom: CivilDate;
  /** Filings that were submitted before: they are not what is asked for. */
  readonly known: readonly MatterId[];
  /** The days on which it was said again. */
  readonly repeated: readonly CivilDate[];
  readonly answer: FormValues;
  /** What was filed in the end. */
  readonly filing?: MatterId;
  readonly ended?: { readonly on: CivilDate; readonly reason: string };
}

export type FilingReminderEvent =
  | (Opened & Pick<FilingReminderState, 'title' | 'level' | 'target' | 'reminder' | 'due' | 'known'>)
  | { readonly type: 'repeated'; readonly due: CivilDate }
  | { readonly type: 'answered'; readonly answer: FormValues }
  | { readonly type: 'insisted'; readonly by: CivilDate }
  | { readonly type: 'filed'; readonly filing: MatterId }
  | { readonly type: 'settled' }
  | { readonly type: 'withdrawn' }
  | DeskEvent;
