import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { logFolder } from '@suanjian/decision-log';
import { z } from 'zod';
import { CliFault, type FaultCode } from '../../fault.ts';
import { dataFolderOf } from '../../log-store.ts';
import type { Terminal } from '../../terminal.ts';
import type { Work } from '../../command-kit.ts';
import { isLocked, type DataFlags } from './with-log.ts';

/** Where the service that writes a log can be asked to give a command: an address on this machine, and a token only the folder's owner can read. */
export const operatorFile = (dataFolder: string): string => join(logFolder(dataFolder), 'operator.json');

export const operatorSchema = z.object({ port: z.number().int(), token: z.string() });

export const wishSchema = z.object({
  /** The command line after `suanjian log`. */
  line: z.array(z.string()).min(1),
  language: z.enum(['zh', 'en']),
  workingDirectory: z.string(),
});

export const answerSchema = z.object({
  code: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  output: z.string(),
  errors: z.string(),
});

export type Wish = z.infer<typeof wishSchema>;
export type Answer = z.infer<typeof answerSchema>;

/** Has the service that holds a log give a command; undefined where nobody can be asked. */
export const askService = async (
  { language, workingDirectory }: Pick<Terminal, 'language' | 'workingDirectory'>,
  folder: string,
  line: readonly string[],
): Promise<Answer | undefined> => {
  const operator = await readOperator(folder);
  if (operator === undefined) return undefined;
  const body = JSON.stringify({ line: [...line], language, workingDirectory } satisfies Wish);
  const answer = await post(operator, body);
  return answer === undefined ? undefined : answerSchema.parse(JSON.parse(answer));
};

/** A command that another process gives where that one has the log open for writing. */
export const orThroughService =
  <Flags extends DataFlags, Args extends readonly (string | undefined)[]>(
    command: string,
    work: Work<Flags, Args>,
  ): Work<Flags, Args> =>
  async (terminal, flags, ...args) => {
    try {
      await work(terminal, flags, ...args);
    } catch (error) {
      if (!isLocked(error)) throw error;
      const { dataDir, ...others } = flags;
      const line = [command, ...args.filter((word) => word !== undefined), ...wordsOf(others)];
      const answer = await askService(terminal, dataFolderOf(terminal, dataDir), line);
      if (answer === undefined) throw error;
      terminal.output.write(answer.output);
      if (answer.code !== 0) throw toldFault(answer.errors, answer.code);
      terminal.errors.write(answer.errors);
    }
  };

/** Flags as they would be written. */
export const wordsOf = (flags: object): readonly string[] =>
  Object.entries(flags).flatMap(([name, value]: readonly [string, unknown]): readonly string[] => {
    const flag = `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === undefined || value === false) return [];
    if (value === true) return [flag];
    return (Array.isArray(value) ? value : [value]).map((each: unknown) => `${flag}=${String(each)}`);
  });

/** What the service said already in our language. */
const toldFault = (words: string, exitCode: FaultCode): CliFault =>
  new CliFault({ zh: words.trimEnd(), en: words.trimEnd() }, { exitCode });

const readOperator = async (folder: string): Promise<z.infer<typeof operatorSchema> | undefined> => {
  let content: string;
  try {
    content = await readFile(operatorFile(folder), 'utf8');
  } catch {
    return undefined;
  }
  try {
    return operatorSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
};

/** Without a time limit: taking a large file in is one command. Undefined where nobody answers. */
const post = ({ port, token }: z.infer<typeof operatorSchema>, body: string): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asked = request({ host: '127.0.0.1', port, method: 'POST', path: '/', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve(response.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined),
      );
      response.on('error', reject);
    });
    asked.on('error', (error) => {
      if ('code' in error && error.code === 'ECONNREFUSED') resolve(undefined);
      else reject(error);
    });
    asked.end(body);
  });
