import type { CivilDate } from '@suanjian/rulebook';
import type { MatterId, OrganisationId } from './identity.ts';
import type { PlaceCode } from './party.ts';

/** An early warning of monitoring that a matter is opened from, with what stands behind it: aggregates and complaints by reference, no rows. */
export interface WarningFacts {
  readonly id: string;
  /** The provider that it is about. */
  readonly owner: OrganisationId;
  readonly place: PlaceCode;
  readonly filing?: MatterId;
  readonly indicator: string;
  /** First and last day that it warned of. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Complaints of those days, where complaints are what is counted. */
  readonly count?: number;
  readonly complaints: readonly MatterId[];
  /** What the check found in the signed bundles of those days. */
  readonly results: readonly {
    readonly filing: MatterId;
    /** SHA-256 of the signed note. */
    readonly bundle: string;
    readonly check: string;
    readonly verdict?: string;
    readonly from: CivilDate;
    readonly until: CivilDate;
  }[];
}
