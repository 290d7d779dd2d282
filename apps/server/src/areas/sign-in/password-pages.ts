import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { addressFormSchema, newPasswordFormSchema, type SignInPages } from '@suanjian/contracts';
import { normalEmail } from '../../auth/accounts.ts';
import type { Auth } from '../../auth/create-auth.ts';
import { libraryHeaders } from '../../auth/web-request.ts';
import { emailField, isEmail, messages, newPasswordField, tokenOf, type Shown } from './forms.ts';
import { contextOf, faultOf, sendPage } from './paths.ts';
import { badEmail, forgotten, forgottenLink, newPassword, signInLink } from './texts.ts';

/** How somebody comes back who forgot their password. */
export const passwordPages =
  (auth: Auth, pages: SignInPages): FastifyPluginAsync =>
  async (app) => {
    const say = messages(pages);

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
                action: '/sign-in/forgotten',
                fields: [emailField(values['email'] ?? '')],
                button: forgotten.button,
                ...(fault === undefined ? {} : { error: fault }),
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
            action: `/sign-in/new-password/${tokenOf(request)}`,
            fields: [newPasswordField],
            button: newPassword.button,
            ...(fault === undefined ? {} : { error: fault }),
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
          : say(request, reply, { ...newPassword.unusable, link: forgottenLink }, 410);
      } catch (error) {
        return showNewPassword(request, reply, faultOf(error));
      }
    });
  };
