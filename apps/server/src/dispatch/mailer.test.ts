import fc from 'fast-check';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { DeliveryFault } from './delivery-faults.ts';
import { createMailer, type Mail, type Mailer } from './mailer.ts';

interface Got {
  readonly to: readonly string[];
  readonly headers: string;
  readonly body: string;
}

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const smtp = async (options: SMTPServerOptions = {}): Promise<{ port: number; got: Got[]; server: SMTPServer }> => {
  const got: Got[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString();
        const border = raw.indexOf('\r\n\r\n');
        got.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          headers: raw.slice(0, border),
          body: raw.slice(border + 4),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  open.push({ close: () => server.close() });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  return { port: address.port, got, server };
};

const mailerTo = (port: number, login = '', milliseconds = 2000): Mailer => {
  const mailer = createMailer(
    { address: `smtp://${login}127.0.0.1:${port}`, from: '算鉴 <notices@suanjian.example.cn>' },
    { milliseconds },
  );
  open.push(mailer);
  return mailer;
};

const mail = (more: Partial<Mail> = {}): Mail => ({
  to: 'lin@example.cn',
  subject: '已备案：示例推荐',
  body: '请查看。\nPlease look.\n',
  ...more,
});

const faultOf = async (work: Promise<void>): Promise<readonly [string, string] | 'sent'> => {
  try {
    await work;
    return 'sent';
  } catch (error) {
    if (error instanceof DeliveryFault) return [error.code, error.holds];
    throw error;
  }
};

const headerLines = (headers: string): readonly string[] => headers.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
const names = (headers: string): readonly string[] =>
  headerLines(headers).map((line) => line.slice(0, line.indexOf(':')).toLowerCase());

describe('mail', () => {
  it('is plain text to one receiver, with an id that stays the same', async () => {
    const { port, got } = await smtp();
    await mailerTo(port).send(mail({ id: 'notice-7-9' }));
    const [first] = got;
    expect(first?.to).toEqual(['lin@example.cn']);
    const lines = headerLines(first?.headers ?? '');
    expect(lines).toContain('Message-ID: <notice-7-9@suanjian.example.cn>');
    expect(lines).toContain('Auto-Submitted: auto-generated');
    expect(lines.find((line) => line.startsWith('Content-Type:'))).toMatch(/text\/plain; charset=utf-8/);
    expect(Buffer.from(first?.body ?? '', 'base64').toString()).toContain('请查看。');
  });

  it('takes no further header, receiver or line from what it is given', async () => {
    const { port, got } = await smtp();
    const mailer = mailerTo(port);
    await mailer.send(mail());
    const usual = names(got[0]?.headers ?? '').toSorted();
    const evil = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '\r\n',
            '\n',
            '\r',
            '\u2028',
            '\u0085',
            '\0',
            'Bcc: all@example.cn',
            ' ',
            ':',
            '?=',
            '=?utf-8?Q?=0D=0ABcc:x?=',
          ),
          fc.string({ maxLength: 10, unit: 'grapheme' }),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(evil, async (subject) => {
        got.length = 0;
        await mailer.send(mail({ subject: `x${subject}` }));
        expect(names(got[0]?.headers ?? '').toSorted()).toEqual(usual);
        expect(got[0]?.to).toEqual(['lin@example.cn']);
      }),
      { numRuns: 30 },
    );
    got.length = 0;
    for (const to of [
      'a@example.cn, b@example.cn',
      'a@example.cn\r\nBcc: b@example.cn',
      'Lin <a@example.cn>',
      'a@example.cn>\r\nRCPT TO:<b@example.cn',
      '@example.cn',
      'a@',
      'a b@example.cn',
      'group:a@example.cn;',
      '',
    ])
      expect([to, await faultOf(mailer.send(mail({ to })))]).toEqual([to, ['mail-refused', 'now']]);
    expect(got).toEqual([]);
  });

  it('tells a receiver refused for good from one refused for now', async () => {
    const refusing = (code: number) =>
      smtp({
        onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode: code })),
      });
    expect(await faultOf(mailerTo((await refusing(550)).port).send(mail()))).toEqual(['mail-refused', 'now']);
    expect(await faultOf(mailerTo((await refusing(451)).port).send(mail()))).toEqual(['mail-later', 'target']);
  });

  it('tells a server that is away, silent, or takes no login', async () => {
    const { port, server } = await smtp();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    expect(await faultOf(mailerTo(port).send(mail()))).toEqual(['mail-unreachable', 'channel']);
    const silent = await smtp({ onConnect: () => undefined });
    expect(await faultOf(mailerTo(silent.port, '', 200).send(mail()))).toEqual(['mail-unreachable', 'channel']);
    const locked = await smtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('wrong')),
    });
    expect(await faultOf(mailerTo(locked.port, 'user:wrong@').send(mail()))).toEqual(['mail-login', 'channel']);
  });

  it('arrives at the second attempt when the server was away at the first', async () => {
    let away = true;
    const { port, got } = await smtp({
      onMailFrom: (_address, _session, done) =>
        away ? done(Object.assign(new Error('later'), { responseCode: 421 })) : done(),
    });
    const mailer = mailerTo(port);
    expect(await faultOf(mailer.send(mail()))).toEqual(['mail-later', 'target']);
    away = false;
    expect(await faultOf(mailer.send(mail()))).toBe('sent');
    expect(got).toHaveLength(1);
  });
});
