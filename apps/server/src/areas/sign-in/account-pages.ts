import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  addressFormSchema,
  companyFormSchema,
  invitationFormSchema,
  newPasswordFormSchema,
  type FormField,
  type MessagePageModel,
  type SignInPages,
} from '@suanjian/contracts';
import { QueryFault } from '@suanjian/records';
import type { Text } from '@suanjian/rulebook';
import { normalEmail } from '../../auth/accounts.ts';
import { formRules, tooManyAttempts } from '../../auth/attempts.ts';
import type { Auth } from '../../auth/create-auth.ts';
import { passwordLength } from '../../auth/password.ts';
import { libraryHeaders } from '../../auth/web-request.ts';
import { afterSignIn, contextOf, faultOf, languagePrefix, sendPage } from './paths.ts';
import { placeOptions } from './places.ts';
import { badEmail, company, fillIn, forgotten, help, invitation, label, newPassword, signInLink } from './texts.ts';

interface Shown {
  readonly values?: Readonly<Record<string, string>>;
  readonly fault?: Text;
  readonly status?: number;
}

const isEmail = (value: string): boolean => z.email().safeParse(value).success;
const tokenOf = (request: FastifyRequest): string =>
  z.object({ token: z.string().max(200) }).parse(request.params).token;

const emailField = (value: string): FormField => ({
  name: 'email',
  label: label.email,
  kind: 'email',
  value,
  autocomplete: 'username',
  longest: 254,
});
const nameField = (value: string): FormField => ({
  name: 'name',
  label: label.name,
  kind: 'text',
  value,
  autocomplete: 'name',
  longest: 100,
});
const newPasswordField: FormField = {
  name: 'password',
  label: label.newPassword,
  kind: 'password',
  value: '',
  autocomplete: 'new-password',
  help: help.password,
  longest: passwordLength.most,
};

/** How accounts come to be and come back: a company registers, an invitation is accepted, a password is forgotten. */
export const accountPages =
  (auth: Auth, pages: SignInPages): FastifyPluginAsync =>
  async (app) => {
    const say = (request: FastifyRequest, reply: FastifyReply, message: MessagePageModel, status = 200): FastifyReply =>
      sendPage(
        reply,
        pages.messagePage(
          message.link === undefined
            ? message
            : { ...message, link: { ...message.link, href: `${languagePrefix(request.url)}${message.link.href}` } },
          contextOf(request),
        ),
        status,
      );

    const showCompany = (
      request: FastifyRequest,
      reply: FastifyReply,
      { values = {}, fault, status }: Shown = {},
    ): FastifyReply =>
      sendPage(
        reply,
        pages.formPage(
          {
            title: company.title,
            intro: company.intro,
            action: `${languagePrefix(request.url)}/register-company`,
            fields: [
              {
                name: 'company',
                label: label.company,
                kind: 'text',
                value: values['company'] ?? '',
                autocomplete: 'organization',
                help: help.company,
                longest: 200,
              },
              {
                name: 'place',
                label: label.place,
                kind: 'choice',
                value: values['place'] ?? '',
                autocomplete: 'off',
                options: placeOptions(),
              },
              nameField(values['name'] ?? ''),
              emailField(values['email'] ?? ''),
              newPasswordField,
            ],
            button: company.button,
            ...(fault === undefined ? {} : { fault }),
            link: { ...signInLink, href: `${languagePrefix(request.url)}/sign-in` },
          },
          contextOf(request),
        ),
        status,
      );

    app.get('/register-company', async (request, reply) => showCompany(request, reply));

    app.post('/register-company', async (request, reply) => {
      const form = companyFormSchema.parse(request.body ?? {});
      const { password, ...values } = form;
      try {
        if (Object.values(form).some((value) => value.trim() === ''))
          return showCompany(request, reply, { values, fault: fillIn, status: 422 });
        if (!isEmail(form.email.trim())) return showCompany(request, reply, { values, fault: badEmail, status: 422 });
        await auth.registerCompany(
          { company: form.company.trim(), place: form.place, name: form.name.trim(), email: form.email, password },
          request.ip,
        );
        return say(request, reply, { ...company.done, link: signInLink });
      } catch (error) {
        return showCompany(request, reply, { values, ...faultOf(error) });
      }
    });

    const showInvitation = async (
      request: FastifyRequest,
      reply: FastifyReply,
      { values = {}, fault, status }: Shown = {},
    ): Promise<FastifyReply> => {
      const token = tokenOf(request);
      const found = await auth.findInvitation(token);
      if (found === undefined) return say(request, reply, invitation.unusable, 410);
      const { email } = request.identity;
      if (email !== undefined && email !== found.email) return say(request, reply, invitation.somebodyElse, 409);
      if (email === undefined && (await auth.isKnown(found)))
        return say(request, reply, {
          ...invitation.signInFirst,
          link: { ...signInLink, href: `/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}` },
        });
      return sendPage(
        reply,
        pages.formPage(
          {
            title: invitation.title(found.organisationName),
            intro: email === undefined ? invitation.introNew(found.email) : invitation.introKnown(found.email),
            action: `${languagePrefix(request.url)}/invitation/${token}`,
            fields: email === undefined ? [nameField(values['name'] ?? ''), newPasswordField] : [],
            button: invitation.button,
            ...(fault === undefined ? {} : { fault }),
          },
          contextOf(request),
        ),
        status,
      );
    };

    app.get('/invitation/:token', (request, reply) => showInvitation(request, reply));

    app.post('/invitation/:token', async (request, reply) => {
      const token = tokenOf(request);
      const form = invitationFormSchema.parse(request.body ?? {});
      const { actor, email } = request.identity;
      try {
        const wait = auth.attempts.take(formRules('invitation', request.ip));
        if (wait > 0) throw tooManyAttempts(wait);
        if (actor.kind === 'person' && email !== undefined) {
          await auth.acceptInvitation(token, { id: actor.account, email });
          return reply.redirect(afterSignIn, 303);
        }
        if (form.name.trim() === '') return await showInvitation(request, reply, { fault: fillIn, status: 422 });
        const found = await auth.findInvitation(token);
        if (found === undefined) return say(request, reply, invitation.unusable, 410);
        await auth.acceptWithNewAccount(token, {
          name: form.name.trim(),
          passwordHash: await auth.hashNewPassword(form.password),
        });
        const { cookies } = await auth.signIn(found.email, form.password, libraryHeaders(request), request.ip);
        for (const cookie of cookies.getSetCookie()) reply.header('set-cookie', cookie);
        return await reply.redirect(afterSignIn, 303);
      } catch (error) {
        // The address got an account in the meantime: the page says to sign in.
        if (error instanceof QueryFault && error.kind === 'unique')
          return showInvitation(request, reply, { status: 409 });
        return showInvitation(request, reply, { values: { name: form.name }, ...faultOf(error) });
      }
    });

    const showForgotten = (
      request: FastifyRequest,
      reply: FastifyReply,
      { values = {}, fault, status }: Shown = {},
    ): FastifyReply =>
      auth.mails
        ? sendPage(
            reply,
            pages.formPage(
              {
                title: forgotten.title,
                intro: forgotten.intro,
                action: `${languagePrefix(request.url)}/sign-in/forgotten`,
                fields: [emailField(values['email'] ?? '')],
                button: forgotten.button,
                ...(fault === undefined ? {} : { fault }),
              },
              contextOf(request),
            ),
            status,
          )
        : say(request, reply, { ...forgotten.noMail, link: signInLink });

    app.get('/sign-in/forgotten', async (request, reply) => showForgotten(request, reply));

    app.post('/sign-in/forgotten', async (request, reply) => {
      const { email } = addressFormSchema.parse(request.body ?? {});
      if (!isEmail(email.trim()))
        return showForgotten(request, reply, { values: { email }, fault: badEmail, status: 422 });
      try {
        await auth.requestPasswordReset(normalEmail(email), libraryHeaders(request), request.ip);
        return say(request, reply, forgotten.done);
      } catch (error) {
        return showForgotten(request, reply, { values: { email }, ...faultOf(error) });
      }
    });

    const showNewPassword = (
      request: FastifyRequest,
      reply: FastifyReply,
      { fault, status }: Shown = {},
    ): FastifyReply =>
      sendPage(
        reply,
        pages.formPage(
          {
            title: newPassword.title,
            intro: newPassword.intro,
            action: `${languagePrefix(request.url)}/sign-in/new-password/${tokenOf(request)}`,
            fields: [newPasswordField],
            button: newPassword.button,
            ...(fault === undefined ? {} : { fault }),
          },
          contextOf(request),
        ),
        status,
      );

    app.get('/sign-in/new-password/:token', async (request, reply) => showNewPassword(request, reply));

    app.post('/sign-in/new-password/:token', async (request, reply) => {
      const { password } = newPasswordFormSchema.parse(request.body ?? {});
      try {
        const changed = await auth.resetPassword(tokenOf(request), password, request.ip);
        return changed
          ? say(request, reply, { ...newPassword.done, link: signInLink })
          : say(
              request,
              reply,
              { ...newPassword.unusable, link: { text: forgotten.title, href: '/sign-in/forgotten' } },
              410,
            );
      } catch (error) {
        return showNewPassword(request, reply, faultOf(error));
      }
    });
  };
