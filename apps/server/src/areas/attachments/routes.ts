import { fileTypeFromBuffer } from 'file-type';
import type { OrganisationKind, Role } from '@suanjian/matters';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  keepAttachment,
  KeyErased,
  readAttachment,
  readMatterAttachment,
  scopeOf,
  type KeptAttachment,
} from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { signedIn } from '../../http/identity.ts';
import { forbidden, notFound, problem, ProblemError } from '../../http/problem.ts';
import type { ProblemName } from '../../http/problem-kinds.ts';
import type { Services } from '../../services.ts';
import { scanContent } from './scan.ts';

/** What forms ask for as files; told by content, never by name. */
const acceptedTypes = new Map([
  ['application/pdf', 'pdf'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);

/** Who brings files: those who fill in forms. */
const uploading: Readonly<Record<OrganisationKind, ReadonlySet<Role>>> = {
  provider: new Set<Role>(['officer', 'editor', 'administrator']),
  office: new Set<Role>(['reviewer', 'supervisor']),
  'industry-body': new Set<Role>(),
};

const title = text('文件没有接收', 'The file was not accepted');
const fault = (status: number, name: ProblemName, zh: string, en: string): ProblemError =>
  new ProblemError(problem(status, name, title, text(zh, en)));

const sendFile = (reply: FastifyReply, { type, content }: KeptAttachment): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="attachment.${acceptedTypes.get(type) ?? 'bin'}"`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'no-store')
    .send(content);

const hashParameter = z.string().regex(/^[0-9a-f]{64}$/);

/** Files of forms: checked by content, scanned, sealed, and handed out only to their owner or with a matter that refers to them. */
export const attachmentRoutes =
  ({ config, store, keyring, matters, definitions, now, random }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/attachments',
      {
        schema: {
          tags: ['attachments'],
          operationId: 'attachments.keep',
          summary: '上传附件 / Keep a file (multipart field `file`)',
          consumes: ['multipart/form-data'],
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const membership = actor.kind === 'person' ? actor.membership : undefined;
        if (actor.kind !== 'person' || membership === undefined)
          throw forbidden(
            text('只有企业和主管部门的成员可以上传附件。', 'Only members of a company or an office can upload files.'),
          );
        if (!membership.roles.some((role) => uploading[membership.kind].has(role))) throw forbidden();
        const part = await request.file();
        if (part === undefined) throw fault(422, 'file-missing', '请求里没有文件。', 'The request holds no file.');
        // Throws 413 by itself when the limit is passed.
        const content = await part.toBuffer();
        if (content.byteLength === 0)
          throw fault(422, 'file-empty', '文件是空的，请重新选择。', 'The file is empty. Choose another.');
        const type = (await fileTypeFromBuffer(content))?.mime;
        if (type === undefined || !acceptedTypes.has(type))
          throw fault(
            415,
            'file-type',
            '只接收 PDF、PNG、JPEG、DOCX 和 XLSX 文件；类型按内容判断，与文件名无关。',
            'Only PDF, PNG, JPEG, DOCX and XLSX files are accepted; the content decides, not the name.',
          );
        const scanned = await scanContent(config.virusScanner, content);
        if (scanned === 'infected')
          throw fault(
            422,
            'file-infected',
            '病毒扫描认为这个文件有害，没有保存。',
            'The virus scan found the file harmful; it was not kept.',
          );
        if (scanned === 'failed')
          throw fault(
            503,
            'scan-failed',
            '病毒扫描没有完成，文件没有保存。请稍后重试。',
            'The virus scan did not finish, so the file was not kept. Try again later.',
          );
        const { organisation } = membership;
        const name =
          part.filename
            .normalize('NFC')
            .replaceAll(/[\p{Cc}\p{Cs}/\\]/gu, '_')
            .slice(0, 200) || 'file';
        const reference = await store.inScope(scopeOf(actor), (transaction) =>
          keepAttachment(
            transaction,
            { organisation, name, type, content, scanned, by: actor.account, at: now() },
            keyring,
            random,
          ),
        );
        return reply.code(201).send(reference);
      },
    );

    const send = async (
      reply: FastifyReply,
      read: () => Promise<KeptAttachment | undefined>,
    ): Promise<FastifyReply> => {
      try {
        const kept = await read();
        if (kept === undefined) throw notFound();
        return await sendFile(reply, kept);
      } catch (error) {
        if (error instanceof KeyErased)
          throw new ProblemError(problem(410, 'erased', text('已删除', 'Erased'), error.text));
        throw error;
      }
    };

    app.get(
      '/api/attachments/:hash',
      {
        schema: {
          tags: ['attachments'],
          operationId: 'attachments.read',
          summary: '取回本单位的附件 / A file of one’s own organisation',
          params: z.object({ hash: hashParameter }),
        },
      },
      async (request, reply) => {
        const { actor } = signedIn(request);
        const organisation = actor.kind === 'person' ? actor.membership?.organisation : undefined;
        if (organisation === undefined) throw notFound();
        return send(reply, () =>
          store.inScope(scopeOf(actor), (transaction) =>
            readAttachment(transaction, organisation, request.params.hash, keyring),
          ),
        );
      },
    );

    for (const { kind } of definitions)
      app.get(
        `/api/matters/${kind}/:id/attachments/:hash`,
        {
          schema: {
            tags: [kind],
            operationId: `${kind}.attachment`,
            summary: '事项所附文件 / A file that a matter refers to; the reading is recorded',
            params: z.object({ id: z.string(), hash: hashParameter }),
          },
        },
        async (request, reply) => {
          const { actor } = signedIn(request);
          const { id, hash } = request.params;
          const holder = z.uuid().safeParse(id).success
            ? await matters.openAttachment(actor, kind, id, hash)
            : undefined;
          if (holder === undefined) throw notFound();
          return send(reply, () =>
            // The matter has been seen and names the file: that one file is read where it is kept.
            store.inScope(
              holder.kind === 'matter' ? scopeOf(actor) : { ...scopeOf(actor), organisation: holder.id },
              (transaction) =>
                holder.kind === 'matter'
                  ? readMatterAttachment(transaction, holder.id, hash, keyring)
                  : readAttachment(transaction, holder.id, hash, keyring),
            ),
          );
        },
      );
  };
