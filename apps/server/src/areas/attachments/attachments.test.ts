import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createTestServer, pdfOf, sendFile, upload, type Caller, type TestServer } from '../../testing/test-server.ts';

withStores(({ open }) => {
  describe('files of forms', () => {
    let store: Store;
    let server: TestServer;
    let company: Caller;
    let folder: string;

    beforeAll(async () => {
      store = await open();
      folder = await mkdtemp(join(tmpdir(), 'suanjian-scanner-'));
      // A scanner that dislikes one word, and breaks over another.
      const scanner = join(folder, 'scan.sh');
      await writeFile(
        scanner,
        '#!/bin/sh\nif grep -q EVIL "$1"; then exit 1; fi\nif grep -q BREAK "$1"; then exit 7; fi\nexit 0\n',
      );
      await chmod(scanner, 0o755);
      server = await createTestServer(store, undefined, { VIRUS_SCANNER: scanner });
      company = await server.provider('云岭', '440305', 'officer');
    });
    afterAll(async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('are kept by content, once, and come back as they were', async () => {
      const content = pdfOf('自评估报告');
      const first = await upload(company, '报告.pdf', content);
      expect(first).toMatchObject({ name: '报告.pdf', size: content.length, type: 'application/pdf' });
      expect(await upload(company, '另一个名字.pdf', content)).toMatchObject({ hash: first.hash });
      const back = await company.get(`/api/attachments/${first.hash}`);
      expect(back.rawPayload.equals(content)).toBe(true);
      expect(back.headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect(back.headers['content-disposition']).toMatch(/^attachment; filename="attachment\.pdf"$/);
    });

    it('lie in the database sealed', async () => {
      const { hash } = await upload(company, 'secret.pdf', pdfOf('TRADE SECRET'));
      const { rows } = await sql<{ content: Buffer }>`select content from attachment where hash = ${hash}`.execute(
        store.database,
      );
      expect(rows[0]?.content.includes('TRADE SECRET')).toBe(false);
      expect(rows[0]?.content.includes('%PDF')).toBe(false);
    });

    it.each([
      [
        'a page that calls itself a PDF',
        'a.pdf',
        Buffer.from('<html><script>alert(1)</script></html>'),
        415,
        'file-type',
      ],
      [
        'a kind that nobody asks for',
        'a.gif',
        Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'),
        415,
        'file-type',
      ],
      ['nothing', 'a.pdf', Buffer.alloc(0), 422, 'file-empty'],
      ['what the scanner dislikes', 'a.pdf', pdfOf('EVIL'), 422, 'file-infected'],
      ['what the scanner breaks over', 'a.pdf', pdfOf('BREAK'), 503, 'scan-failed'],
    ])('are refused when they are %s, and nothing is kept', async (_what, name, content, status, kind) => {
      const before = await store.database.selectFrom('attachment').select('hash').execute();
      const refused = await sendFile(company, name, content);
      expect(refused.statusCode).toBe(status);
      expect(refused.json()).toMatchObject({ type: `/api/problems/${kind}` });
      expect(await store.database.selectFrom('attachment').select('hash').execute()).toHaveLength(before.length);
    });

    it('are refused above the limit', async () => {
      const large = Buffer.concat([pdfOf('large'), Buffer.alloc(21 * 1024 * 1024)]);
      expect((await sendFile(company, 'a.pdf', large)).statusCode).toBe(413);
    });

    it('are sent by members who may write, of a company or an office, and by nobody else', async () => {
      const office = await server.office('示例省', 'province', '440000', 'reviewer');
      for (const [who, status] of [
        [server.colleague(company, 'viewer'), 403],
        [office, 201],
        [server.colleague(office, 'viewer'), 403],
        [server.publicCaller, 401],
      ] as const)
        expect((await sendFile(who, 'a.pdf', pdfOf('x'))).statusCode).toBe(status);
    });

    it('lose what would be dangerous in a name', async () => {
      const { name } = await upload(company, '..\\..\\etc/passwd\u0007.pdf', pdfOf('name'));
      for (const dangerous of ['/', '\\', '\u0007']) expect(name).not.toContain(dangerous);
    });

    it('are gone with their company’s key, and say so', async () => {
      const gone = await server.provider('已删除公司', '440305', 'officer');
      const { hash } = await upload(gone, 'a.pdf', pdfOf('gone'));
      await server.services.keyring.erase({ kind: 'organisation', id: gone.organisation ?? '' });
      const answer = await gone.get(`/api/attachments/${hash}`);
      expect(answer.statusCode).toBe(410);
      expect(answer.json()).toMatchObject({ type: '/api/problems/erased' });
    });
  });
});
