import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Terminal } from '../../terminal.ts';
import { operatorFile, wishSchema, type Answer, type Wish } from './ask-service.ts';
import type { OpenedLog, ServedTerminal } from './with-log.ts';

/** What may be asked for while the service writes: all that needs the log open for writing. */
const commands: ReadonlySet<string> = new Set([
  'challenge',
  'checkpoint',
  'explain',
  'extract',
  'hold',
  'ingest',
  'new-key',
  'rebuild',
  'release',
  'retain',
]);

export interface Operator {
  close(): Promise<void>;
}

const MOST_BODY = 1_000_000;

/** Gives commands on behalf of other processes of the same owner while this one has the log. */
export const startOperator = async (terminal: Terminal, opened: OpenedLog): Promise<Operator> => {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    void handle(terminal, opened, token, request, response);
  });
  server.requestTimeout = 0;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  const file = operatorFile(opened.folder);
  await rm(file, { force: true });
  await writeFile(file, `${JSON.stringify({ port, token })}\n`, { mode: 0o600 });
  return {
    close: async () => {
      await rm(file, { force: true });
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
};

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

const handle = async (
  terminal: Terminal,
  opened: OpenedLog,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const shown = request.headers.authorization ?? '';
  if (request.method !== 'POST' || !timingSafeEqual(digest(shown), digest(`Bearer ${token}`))) {
    response.writeHead(403).end();
    return;
  }
  try {
    const answer = await give(terminal, opened, wishSchema.parse(JSON.parse(await bodyOf(request))));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  } catch (error) {
    response.writeHead(error instanceof z.ZodError || error instanceof SyntaxError ? 400 : 500).end();
  }
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > MOST_BODY) throw new SyntaxError('The command is too long');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Gives one command, in the caller's language and folder, and keeps what it says. */
const give = async (
  terminal: Terminal,
  opened: OpenedLog,
  { line, language, workingDirectory }: Wish,
): Promise<Answer> => {
  const [command = ''] = line;
  if (!commands.has(command) || terminal.run === undefined) throw new SyntaxError(`Not to be given here: ${command}`);
  const output: Buffer[] = [];
  let errors = '';
  const world: Omit<ServedTerminal, 'language'> = {
    // The data folder is the service's, whatever the caller's settings are.
    environment: { ...terminal.environment, DATA_DIR: opened.folder },
    workingDirectory,
    interactive: false,
    output: { write: (chunk) => output.push(Buffer.from(chunk as Uint8Array)) },
    errors: { write: (chunk) => (errors += chunk) },
    input: async () => '',
    opened,
  };
  const code = await terminal.run(['log', ...line, '--lang', language], world);
  return { code: code === 0 || code === 2 ? code : 1, output: Buffer.concat(output).toString('utf8'), errors };
};
