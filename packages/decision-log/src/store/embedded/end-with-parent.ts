import { readSync } from 'node:fs';

/**
 * Waits on a pipe that ends when the parent does, in whatever way, and then ends this process. There is no gentler end on purpose: what
 * was acknowledged is on disk, and so the way that is always taken is the one that must always work.
 */
const lifeline = 3;

const byte = Buffer.alloc(1);
const parentLives = (): boolean => {
  try {
    return readSync(lifeline, byte) > 0;
  } catch {
    return false;
  }
};
while (parentLives());
process.kill(process.pid, 'SIGKILL');
