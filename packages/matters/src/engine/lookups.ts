import type { CivilDate } from '@suanjian/rulebook';
import type { AccountId, MatterId, OrganisationId } from './identity.ts';
import type { OfficeLevel, OrganisationKind, PlaceCode, Role } from './party.ts';

/** What is known of an organisation outside any one matter. */
export interface OrganisationFacts {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly place: PlaceCode;
  readonly creditCode?: string;
  /** The approved registration, once there is one. */
  readonly registered: boolean;
  /** The seven digits that stand for it in filing numbers; given when its registration is approved. */
  readonly subjectCode?: string;
}

/** Another matter as a command may see it. */
export interface MatterFacts {
  readonly id: MatterId;
  readonly kind: string;
  readonly owner: OrganisationId | null;
  readonly place: PlaceCode;
  readonly state: { readonly status: string } & Readonly<Record<string, unknown>>;
}

/** Which matter. */
export interface MatterReference {
  readonly kind: string;
  readonly id: MatterId;
}

/** Where somebody works as an official. */
export interface OfficePost {
  readonly organisation: OrganisationId;
  readonly level: OfficeLevel;
  readonly place: PlaceCode;
  readonly department: string;
  readonly roles: readonly Role[];
}

/** What the checks of a result bundle found. The bundle's signature was found good when it came in. */
export interface BundleFindings {
  /** SHA-256 of the signed note. */
  readonly bundle: string;
  /** The filing that it was sent for. */
  readonly filing: MatterId;
  /** The audited days; absent when files were audited and no log. */
  readonly days?: { readonly from: CivilDate; readonly until: CivilDate };
  readonly checks: readonly { readonly check: string; readonly verdict: string; readonly estimate?: string }[];
}

/** By what an office looks for companies and filings of its place. What is absent is no condition; every condition given has to fit. */
export interface ProspectQuery {
  /** Part of the name of the company or of the algorithm. */
  readonly words?: string;
  readonly place?: PlaceCode;
  readonly techniques?: readonly string[];
  readonly grades?: readonly string[];
  /** How it stands: nothing is filed, something is, or it is under an order to rectify. */
  readonly standing?: 'unfiled' | 'filed' | 'ordered';
  /** More complaints than this in the period, both days included. */
  readonly complaints?: { readonly over: number; readonly from: CivilDate; readonly until: CivilDate };
}

/** One filing that stands, or a registered company for which none does. */
export interface Prospect {
  readonly owner: OrganisationId;
  readonly name: string;
  readonly place: PlaceCode;
  readonly number?: string;
  /** Of the algorithm. */
  readonly title?: string;
  readonly technique?: string;
  readonly grade?: string;
  /** About the filing, or about the company where it has none; within the period that was asked for, else none. */
  readonly complaints: number;
  /** Orders to rectify that are not ended, of the company. */
  readonly orders: number;
}

export interface Prospects {
  readonly items: readonly Prospect[];
  /** There are others; narrow the question. */
  readonly more: boolean;
}

/** More than one campaign takes in at a time. */
export const mostProspects = 500;

/** Something that a log says stands in it, so that others can verify it. */
export interface LeafClaim {
  /** A signed note. */
  readonly checkpoint: string;
  readonly leaf: unknown;
  readonly index: number;
  /** From the leaf to the root of the checkpoint, in hexadecimal. */
  readonly path: readonly string[];
  /** What the leaf commits to. */
  readonly described: unknown;
}

/** `unknown-key`: none of the keys that the organisation has registered has signed the checkpoint, so that nothing could be verified. */
export type LeafJudgement = 'proved' | 'not-proved' | 'unknown-key';

/** A matter that was opened on another one, and how it stands. */
export interface OpenedMatter extends MatterReference {
  readonly parent: MatterId;
  readonly status: string;
  readonly final: boolean;
}

/** Everything a command may ask of the world, read in the same transaction as its events are written. */
export interface Lookups {
  organisation(id: OrganisationId): Promise<OrganisationFacts | undefined>;
  matter(kind: string, id: MatterId): Promise<MatterFacts | undefined>;
  /** Ids of the matters of a kind opened on another one that are not in a final state. */
  openChildren(kind: string, parent: MatterId): Promise<readonly MatterId[]>;
  /** Everything opened on a matter that is not in a final state, also what the actor may not see: for consequences, never for an answer. */
  openOn(parent: MatterId): Promise<readonly MatterReference[]>;
  /** What was opened on any of these, ended or not, as far as the actor may see that it is there. */
  openedOn(parents: readonly MatterId[]): Promise<readonly OpenedMatter[]>;
  /** Who holds a filing number, in the register or in a matter. */
  holderOfNumber(digits: string): Promise<{ readonly matter?: MatterId } | undefined>;
  /** Whose filing stands under a number here, told to anybody: the number and its subject are public. */
  ownerOfNumber(digits: string): Promise<{ readonly owner: OrganisationId; readonly place: PlaceCode } | undefined>;
  /** The registered provider of exactly this name. */
  providerNamed(name: string): Promise<{ readonly id: OrganisationId; readonly place: PlaceCode } | undefined>;
  /** The industry body of exactly this name. */
  industryBodyNamed(name: string): Promise<{ readonly id: OrganisationId; readonly place: PlaceCode } | undefined>;
  /**
   * The provider's one matter of a kind that is not in a final state, also where the actor may not see it: for what it makes public, such as
   * published time limits, never for the rest.
   */
  standing(kind: string, owner: OrganisationId): Promise<MatterFacts | undefined>;
  /** A provider's matters of a kind, ended ones too, as far as the actor may see them. */
  mattersOf(kind: string, owner: OrganisationId): Promise<readonly MatterFacts[]>;
  /** Companies and filings that fit, as far as the actor may see them, by name and number; at most `mostProspects`. */
  prospects(query: ProspectQuery): Promise<Prospects>;
  /** How many matters of a kind came from where this one comes from within the last hour. */
  recentOpenings(kind: string): Promise<number>;
  /** The names under which this organisation's other filings run, for contradictions. */
  filingsOf(
    owner: OrganisationId,
  ): Promise<
    readonly { readonly id: MatterId; readonly title: string; readonly status: string; readonly number?: string }[]
  >;
  /** The serial after the last one used for a subject and type in filing numbers. */
  nextSerial(subjectCode: string, typeCode: string): Promise<number>;
  /** A seven-digit subject code that nobody holds. */
  freeSubjectCode(): Promise<string>;
  /** Whether a credit code is already registered by another organisation. */
  holderOfCreditCode(creditCode: string): Promise<OrganisationId | undefined>;
  /** Whether all of these stored files are there and came through the checks of the upload. */
  missingAttachments(hashes: readonly string[]): Promise<readonly string[]>;
  /** A bundle that an organisation sent, by its id; what is on trial in it counts for nothing and is left out. */
  bundleFindings(id: string, owner: OrganisationId): Promise<BundleFindings | undefined>;
  /** Whether a log of an organisation proves that something stands in it, by the keys the organisation has registered. */
  provedByLog(claim: LeafClaim, owner: OrganisationId): Promise<LeafJudgement>;
  /** The roles of an account in an organisation; none when it does not belong to it. */
  rolesIn(account: AccountId, organisation: OrganisationId): Promise<readonly Role[]>;
  /** The offices that an account works at; none for anybody who is no official. */
  officePosts(account: AccountId): Promise<readonly OfficePost[]>;
  /** Whether an account belongs to an organisation or has ever acted for it in a matter: nobody looks into their own case. */
  hasActedFor(account: AccountId, organisation: OrganisationId): Promise<boolean>;
  /** Accounts of an organisation that hold a role there, for duties that want two people. */
  holdersOf(role: Role, organisation: OrganisationId): Promise<readonly AccountId[]>;
  today(): CivilDate;
}
