import { z } from 'zod';
import { officeLevels, organisationKinds, roles } from '@suanjian/matters';

/*
 * Accounts, members and invitations as they are said over HTTP.
 */

const instant = z.string().meta({ description: 'A moment in UTC.', example: '2026-03-02T01:30:00.000Z' });
const id = z.string().meta({ description: 'An id.', example: '0190f7a2-7a55-4e3a-9a51-6a4c1f0d2b11' });
const role = z.enum(roles).meta({ description: 'A role in an organisation.', example: 'officer' });
const rolesField = z
  .array(role)
  .readonly()
  .meta({ description: 'Roles in the organisation, at least one.', example: ['officer', 'administrator'] });
const email = z
  .email()
  .max(254)
  .meta({ description: 'An address for mail; its case does not matter.', example: 'lin@example.cn' });
const name = z.string().trim().min(1).max(100).meta({ description: 'How the person is called.', example: '林一' });
const password = z
  .string()
  .min(1)
  .max(1024)
  .meta({ description: 'A password; a new one has 12 to 128 characters.', example: 'four words that nobody joins' });
const place = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260; 000000 is the whole nation.', example: '330000' });

export const membershipSchema = z
  .object({
    organisation: id,
    name: z.string().meta({ description: 'The organisation by name.', example: '示例科技有限公司' }),
    kind: z.string().meta({ description: 'What kind of organisation.', example: 'provider' }),
    roles: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Roles in it.', example: ['officer'] }),
    registered: z
      .boolean()
      .optional()
      .meta({ description: 'Of a provider: whether its registration was ever approved.', example: true }),
    level: z
      .enum(officeLevels)
      .optional()
      .meta({ description: 'Of an office: its level, whose desk it works at.', example: 'province' }),
    place: place.optional().meta({ description: 'Of an office: the place it is for.', example: '330000' }),
  })
  .readonly()
  .meta({ description: 'An organisation that somebody belongs to.' });
export type MembershipAnswer = z.infer<typeof membershipSchema>;

export const meSchema = z
  .object({
    kind: z
      .enum(['person', 'operator'])
      .meta({ description: 'A person, or the local operator of the installation.', example: 'person' }),
    account: id.optional(),
    name: z.string().optional().meta({ description: 'How the person is called.', example: '林一' }),
    email: z.string().optional().meta({ description: 'The address of the account.', example: 'lin@example.cn' }),
    actsFor: id.optional(),
    memberships: z.array(membershipSchema).readonly(),
    secondFactor: z.boolean().meta({ description: 'Whether a second factor is in force.', example: true }),
    password: z.boolean().meta({
      description: 'Whether the account has a password; some only have their organisation’s sign-in.',
      example: true,
    }),
    identityProvider: z
      .object({ name: z.string(), linked: z.boolean() })
      .readonly()
      .optional()
      .meta({
        description: 'The sign-in of the organisation, where one is set up.',
        example: { name: '统一身份', linked: false },
      }),
  })
  .readonly()
  .meta({ description: 'Who is signed in, and for whom they act.' });
export type MeAnswer = z.infer<typeof meSchema>;

export const chooseOrganisationSchema = z
  .object({ organisation: id })
  .readonly()
  .meta({ description: 'For which organisation to act from now on.' });

export const sessionSchema = z
  .object({
    id,
    since: instant,
    usedAt: instant,
    expiresAt: instant,
    address: z
      .string()
      .nullable()
      .meta({ description: 'From which address the session was opened.', example: '192.0.2.7' }),
    browser: z.string().nullable().meta({ description: 'What the browser says it is.', example: 'Mozilla/5.0' }),
    current: z.boolean().meta({ description: 'Whether it is the one asking.', example: true }),
  })
  .readonly()
  .meta({ description: 'A place where the account is signed in.' });
export const sessionListSchema = z.object({ sessions: z.array(sessionSchema).readonly() }).readonly();
export type SessionAnswer = z.infer<typeof sessionSchema>;

export const passwordConfirmationSchema = z
  .object({ password })
  .readonly()
  .meta({ description: 'The password once more, before something weighty.' });
export const passwordChangeSchema = z
  .object({ current: password, next: password })
  .readonly()
  .meta({ description: 'The present password and the new one.' });
export const codeSchema = z
  .object({
    code: z.string().min(6).max(20).meta({ description: 'Six digits of the app, spaces allowed.', example: '123 456' }),
  })
  .readonly();
export const secondFactorStartSchema = z
  .object({
    totpUri: z.string().meta({
      description: 'What an authenticator app reads, usually as a QR code. Shown once.',
      example: 'otpauth://totp/…',
    }),
    recoveryCodes: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Each opens the account once without the app. Shown once.', example: ['aB3dE-fG5hI'] }),
  })
  .readonly()
  .meta({ description: 'A second factor that waits to be confirmed.' });
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()).readonly() }).readonly();

export const memberSchema = z
  .object({
    account: id,
    name: z.string().meta({ description: 'How the member is called.', example: '林一' }),
    email: z.string().meta({ description: 'The address of the account.', example: 'lin@example.cn' }),
    roles: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Roles in the organisation.', example: ['officer'] }),
    since: instant,
    secondFactor: z.boolean().meta({ description: 'Whether a second factor is in force.', example: false }),
  })
  .readonly()
  .meta({ description: 'A member of an organisation, as its administrators see them.' });
export const memberListSchema = z.object({ members: z.array(memberSchema).readonly() }).readonly();
export type MemberAnswer = z.infer<typeof memberSchema>;

export const colleagueSchema = z
  .object({
    account: id,
    name: z.string().meta({ description: 'How the colleague is called.', example: '林一' }),
    roles: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Roles in the organisation.', example: ['reviewer'] }),
  })
  .readonly()
  .meta({
    description: 'A member who works on matters, as every member of the organisation may know them.',
    example: { account: '0190f7a2-7a55-4e3a-9a51-6a4c1f0d2b11', name: '林一', roles: ['reviewer'] },
  });
export const staffListSchema = z
  .object({ staff: z.array(colleagueSchema).readonly() })
  .readonly()
  .meta({ description: 'Reviewers and supervisors of an office; officers and editors of a provider.' });
export type ColleagueAnswer = z.infer<typeof colleagueSchema>;

const officialSchema = z
  .object({
    account: id,
    name: z.string().meta({ description: 'How the official is called.', example: '林一' }),
    office: z.string().meta({ description: 'The office, by name.', example: '示例省网信办' }),
  })
  .readonly()
  .meta({
    description: 'Somebody who can be named to a joint team.',
    example: { account: '0190f7a2-7a55-4e3a-9a51-6a4c1f0d2b11', name: '林一', office: '示例省网信办' },
  });
export const officialListSchema = z
  .object({ officials: z.array(officialSchema).readonly() })
  .readonly()
  .meta({ description: 'Reviewers and supervisors of every office, for supervisors who put a joint team together.' });

export const rolesSchema = z
  .object({ roles: rolesField })
  .readonly()
  .meta({ description: 'The roles a member has from now on.' });
export const newInvitationSchema = z
  .object({ email, roles: rolesField })
  .readonly()
  .meta({ description: 'Whom to invite, and as what.' });
export const invitationSchema = z
  .object({ id, email: z.string(), roles: z.array(z.string()).readonly(), createdAt: instant, expiresAt: instant })
  .readonly()
  .meta({ description: 'An invitation that is open.' });
export const invitationListSchema = z.object({ invitations: z.array(invitationSchema).readonly() }).readonly();
export type InvitationAnswer = z.infer<typeof invitationSchema>;
export const invitedSchema = z
  .object({
    id,
    link: z.string().meta({
      description: 'To be passed on in confidence; shown once, works once.',
      example: 'https://suanjian.example/invitation/…',
    }),
    mailed: z.boolean().meta({ description: 'Whether it was mailed to the invited person as well.', example: false }),
    expiresAt: instant,
  })
  .readonly()
  .meta({ description: 'A new invitation.' });

export const accountEventSchema = z
  .object({
    id: z.number().int(),
    type: z.string().meta({ description: 'What happened.', example: 'roles-changed' }),
    actor: z.string().meta({ description: 'Who did it: an account, or `operator`.', example: 'operator' }),
    account: z.string().nullable().meta({ description: 'The account it is about.' }),
    details: z.record(z.string(), z.unknown()),
    at: instant,
  })
  .readonly()
  .meta({ description: 'Something that happened to the members of an organisation. Never changed afterwards.' });
export const accountEventListSchema = z.object({ events: z.array(accountEventSchema).readonly() }).readonly();

const organisationNames = {
  name: z.string().trim().min(2).max(200).meta({ description: 'The legal name.', example: '示例省网信办' }),
  place,
  demonstration: z.boolean().optional(),
};
export const newOrganisationSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('provider'), ...organisationNames }),
    z.object({ kind: z.literal('industry-body'), ...organisationNames }),
    z.object({
      kind: z.literal('office'),
      ...organisationNames,
      level: z.enum(['nation', 'province', 'city']),
      department: z.string().trim().min(1).max(100).meta({ description: 'Which department.', example: '网信' }),
    }),
  ])
  .meta({ description: 'An organisation to be made by the local operator.' });
export const madeSchema = z.object({ id }).readonly();
export const newAccountSchema = z
  .object({
    email,
    name,
    password: password.optional(),
    organisation: id.optional(),
    roles: rolesField.optional(),
  })
  .readonly()
  .meta({
    description:
      'An account to be made by the local operator, or found when the address has one; with roles in an organisation when one is named.',
  });
export const madeAccountSchema = z
  .object({
    id,
    created: z.boolean().meta({
      description:
        'False when the address had an account already; true also when one whose address nobody had proven was taken over with the given password.',
      example: true,
    }),
  })
  .readonly();
export const organisationListSchema = z
  .object({
    organisations: z
      .array(
        z
          .object({
            id,
            kind: z.enum(organisationKinds),
            name: z.string(),
            place: z.string(),
            level: z.string().nullable(),
            members: z.number().int(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
