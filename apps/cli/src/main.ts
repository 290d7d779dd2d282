import { runSuanjian } from './run.ts';

const readAll = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
};

// Whoever reads us may stop reading (`suanjian … | head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runSuanjian(process.argv.slice(2), {
  environment: process.env,
  workingDirectory: process.cwd(),
  interactive: process.stdout.isTTY && process.stderr.isTTY,
  output: process.stdout,
  errors: process.stderr,
  input: readAll,
});
