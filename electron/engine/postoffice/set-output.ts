import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { SetFolder } from '../migrate/import/import-run.ts';
import { removeSet } from '../migrate/import/set-folder.ts';
import type { Lab } from '../store/lab.ts';
import { asStoreFault, StoreFault } from '../store/store-fault.ts';

/** One file of a set that is being written. */
export interface OutputFile {
  readonly name: string;
  append(bytes: Uint8Array): void;
  /** Sees that all of it is on the disk. */
  close(): void;
  /** Takes the file away again. */
  remove(): void;
}

/** The folder of a set that is being written. What the file system refuses is thrown as a StoreFault. */
export interface SetOutput {
  file(name: string): OutputFile;
  /** A file beside the folder, which stays when the set goes; it holds passwords, and so is its owner's alone. */
  beside(name: string): OutputFile;
  /** Closes what is still open. */
  close(): void;
}

/** Whatever the file system says of a file of the set: it is no bug of ours when something stands in the way. */
function asFileFault(error: unknown, what: string): unknown {
  const fault = asStoreFault(error, what);
  const { code, message } = error as NodeJS.ErrnoException;
  if (fault instanceof StoreFault || typeof code !== 'string') return fault;
  const told = `Writing ${what} failed (${message}): see what stands in the way there, and try again.`;
  return new StoreFault({ code: 'lab-io', message: told }, error);
}

/** Begins a set anew in an empty folder. */
export function openOutput(lab: Lab, set: SetFolder): SetOutput {
  const open = new Set<number>();
  const guarded = <T>(what: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asFileFault(error, what);
    }
  };
  const openFile = (target: string, mode: number): number => {
    const descriptor = openSync(target, 'wx', mode);
    open.add(descriptor);
    return descriptor;
  };
  const writeAll = (descriptor: number, bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done);
  };
  const shut = (descriptor: number): void => {
    if (!open.delete(descriptor)) return;
    closeSync(descriptor);
  };
  guarded(set.real, () => {
    removeSet(lab, set);
    mkdirSync(set.real, { recursive: true });
  });
  const output = (target: string, name: string, mode = 0o666): OutputFile => {
    const descriptor = guarded(target, () => openFile(target, mode));
    return {
      name,
      append: (bytes) => guarded(target, () => writeAll(descriptor, bytes)),
      close: () =>
        guarded(target, () => {
          if (open.has(descriptor)) fsyncSync(descriptor);
          shut(descriptor);
        }),
      remove: () =>
        guarded(target, () => {
          shut(descriptor);
          rmSync(target, { force: true });
        }),
    };
  };
  return {
    file: (name) => output(path.join(set.real, name), name),
    beside: (name) => {
      const target = path.join(path.dirname(set.real), name);
      guarded(target, () => rmSync(target, { force: true }));
      return output(target, name, 0o600);
    },
    close: () => {
      for (const descriptor of open) closeSync(descriptor);
      open.clear();
    },
  };
}
