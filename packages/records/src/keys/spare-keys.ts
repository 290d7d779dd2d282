import { closeSync, linkSync, open, writeFile as write } from 'node:fs';
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isExisting, isMissing, makeFolder, ownerOnly, sync } from './durable-file.ts';

const openFile: (path: string, flags: string, mode: number) => Promise<number> = promisify(open);
const writeFile: (descriptor: number, content: string) => Promise<void> = promisify(write);

/** A key that nobody owns yet; its file is whole and on the disk. */
interface SpareKey {
  readonly path: string;
  readonly secret: Uint8Array;
}

export interface Claim {
  /** `undefined` when a file had the name already. */
  readonly secret: Uint8Array | undefined;
  /** Holds when the file has no other name. It need not be so on the disk: nobody claims by that name again, and the next start takes it away. */
  readonly done: Promise<void>;
}

interface Written {
  readonly spare: SpareKey;
  readonly descriptor: number;
}

/** A new spare: a name that no other has, what it holds, and what is written into its file. */
export type MakeSpare = () => { readonly name: string; readonly secret: Uint8Array; readonly content: string };

/** How many lie ready at most; a process that asks for few keys keeps few. */
const mostReady = 32;
/** Written before the first of them is synced: the disk then does for all what it would do for each. */
const portion = 8;

/**
 * Keys prepared ahead, so that whoever needs one waits for a new name and not for a new file. A spare belongs to the process that made it; what an
 * earlier one left is thrown away. Claiming gives the file another name: never are there two files of one key.
 */
export class SpareKeys {
  readonly #folder: string;
  readonly #make: MakeSpare;
  readonly #ready: SpareKey[] = [];
  #given = 0;
  #filling = false;

  constructor(folder: string, make: MakeSpare) {
    this.#folder = folder;
    this.#make = make;
  }

  /** Throws away what other processes left. One that still runs finds its spares gone and makes others. */
  async prepare(): Promise<void> {
    await makeFolder(this.#folder);
    // By name alone: a claim that was cut short has given the same file its owner already.
    for (const name of await readdir(this.#folder)) await this.#drop(join(this.#folder, name));
  }

  /** Gives a spare's file the name `path`, unless a file stands there. The name is not on the disk yet. */
  async claim(path: string): Promise<Claim> {
    for (;;) {
      const spare = await this.#take();
      let secret: Uint8Array | undefined = spare.secret;
      try {
        // At once: giving a name takes less time than having another thread give it.
        linkSync(spare.path, path);
      } catch (error) {
        if (isMissing(error)) continue;
        if (!isExisting(error)) throw error;
        secret = undefined;
      }
      return { secret, done: this.#drop(spare.path) };
    }
  }

  async #take(): Promise<SpareKey> {
    const spare = this.#ready.shift() ?? (await this.#write());
    this.#given += 1;
    void this.#fill();
    return spare;
  }

  /** One portion after another: whoever waits for the disk waits for one of them at most. */
  async #fill(): Promise<void> {
    if (this.#filling) return;
    this.#filling = true;
    try {
      while (this.#ready.length + portion <= Math.min(this.#given, mostReady))
        for (const spare of await this.#writeTogether()) this.#ready.push(spare);
    } catch {
      // Whoever finds nothing ready writes one, and meets the fault.
    } finally {
      this.#filling = false;
    }
  }

  async #writeTogether(): Promise<readonly SpareKey[]> {
    const written: Written[] = [];
    const spares: SpareKey[] = [];
    try {
      for (let index = 0; index < portion; index += 1) written.push(await this.#begin());
      for (const { spare, descriptor } of written) {
        await sync(descriptor);
        spares.push(spare);
      }
    } finally {
      for (const { descriptor } of written) closeSync(descriptor);
    }
    return spares;
  }

  async #write(): Promise<SpareKey> {
    const { spare, descriptor } = await this.#begin();
    try {
      await sync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return spare;
  }

  /** A spare that may be claimed once its file is synced. */
  async #begin(): Promise<Written> {
    const { name, secret, content } = this.#make();
    const path = join(this.#folder, `${name}.spare`);
    const descriptor = await openFile(path, 'wx', ownerOnly);
    try {
      await writeFile(descriptor, content);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    return { spare: { path, secret }, descriptor };
  }

  async #drop(path: string): Promise<void> {
    try {
      await unlink(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
