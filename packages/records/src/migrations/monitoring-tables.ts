import type { Generated } from 'kysely';

/** The tables of 0014-monitoring and 0017-monitoring-links as Kysely sees them. */
export interface MonitoringTables {
  monitoring_indicator: {
    id: string;
    version: number;
    status: 'shadow' | 'live' | 'retired';
    definition: unknown;
    created_at: string;
  };
  monitoring_decision: {
    number: Generated<number>;
    indicator_id: string;
    version: number;
    action: 'proposed' | 'replayed' | 'live' | 'retired';
    account_id: string;
    organisation_id: string | null;
    reason: string;
    replay: unknown;
    at: string;
  };
  monitoring_month: { organisation_id: string; month: string; key_id: string; content: Uint8Array };
  monitoring_run: {
    day: string;
    at: string;
    seen_until: string;
    tested: number;
    warned: number;
    silenced: number;
    continued: number;
  };
  monitoring_warning: {
    id: string;
    organisation_id: string;
    filing_id: string | null;
    place: string;
    indicator_id: string;
    version: number;
    subject: string;
    day: string;
    last_day: string;
    status: 'new' | 'looked-into' | 'acted-on' | 'dismissed';
    shared_at: string | null;
    key_id: string;
    content: Uint8Array;
    created_at: string;
  };
  monitoring_silence: {
    id: string;
    office_id: string;
    organisation_id: string;
    place: string;
    indicator_id: string;
    subject: string;
    from_day: string;
    until_day: string;
    ended_at: string | null;
  };
  monitoring_act: {
    number: Generated<number>;
    warning_id: string | null;
    silence_id: string | null;
    action:
      | 'raised'
      | 'continued'
      | 'read'
      | 'looked-into'
      | 'acted-on'
      | 'dismissed'
      | 'reopened'
      | 'shared'
      | 'linked'
      | 'opened'
      | 'silenced'
      | 'silence-ended';
    account_id: string | null;
    organisation_id: string | null;
    reason: string | null;
    matter_kind: string | null;
    matter_id: string | null;
    at: string;
  };
}
