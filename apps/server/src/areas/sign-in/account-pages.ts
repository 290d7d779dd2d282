import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { sessionOf } from '../../auth/identification.ts';
import { companyFormSchema, invitationFormSchema, type SignInPages } from '@suanjian/contracts';
import { QueryFault } from '@suanjian/records';
import { formRules, tooManyAttempts } from '../../auth/attempts.ts';
import type { Auth } from '../../auth/create-auth.ts';
import { libraryHeaders, passCookies } from '../../auth/web-request.ts';
import { emailField, isEmail, messages, nameField, newPasswordField, tokenOf, type Shown } from './forms.ts';
import { afterSignIn, contextOf, faultOf, sendPage } from './paths.ts';
import { placeOptions } from './places.ts';
import { badEmail, company, fillIn, help, invitation, label, signInLink } from './texts.ts';

/** How accounts come to be: a company registers, an invitation is accepted. */
export const accountPages =
  (auth: Auth, pages: SignInPages): FastifyPluginAsync =>
  async (app) => {
    const say = messages(pages);
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
            action: '/register-company',
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
            ...(fault === undefined ? {} : { error: fault }),
            link: signInLink,
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
            action: `/invitation/${token}`,
            fields: email === undefined ? [nameField(values['name'] ?? ''), newPasswordField] : [],
            button: invitation.button,
            ...(fault === undefined ? {} : { error: fault }),
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
          const session = sessionOf(request.identity);
          const { removed } = await auth.acceptInvitation(token, {
            id: actor.account,
            email,
            ...(session === undefined ? {} : { session }),
          });
          if (removed !== undefined) return await say(request, reply, invitation.cleared, 200);
          return await reply.redirect(afterSignIn, 303);
        }
        if (form.name.trim() === '') return await showInvitation(request, reply, { fault: fillIn, status: 422 });
        const found = await auth.findInvitation(token);
        if (found === undefined) return say(request, reply, invitation.unusable, 410);
        await auth.acceptWithNewAccount(token, {
          name: form.name.trim(),
          passwordHash: await auth.hashNewPassword(form.password),
        });
        const { cookies } = await auth.signIn(found.email, form.password, libraryHeaders(request), request.ip);
        passCookies(reply, cookies);
        return await reply.redirect(afterSignIn, 303);
      } catch (error) {
        // The address got an account in the meantime: the page says to sign in.
        if (error instanceof QueryFault && error.kind === 'unique')
          return showInvitation(request, reply, { status: 409 });
        return showInvitation(request, reply, { values: { name: form.name }, ...faultOf(error) });
      }
    });
  };
