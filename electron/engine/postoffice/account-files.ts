import { type CodePage, isCodePage } from '../../../shared/formats/migration-files/code-pages.ts';
import {
  type SetWriter,
  setWriter,
  type Written,
} from '../../../shared/formats/migration-files/set-writer.ts';
import type { PostOffice } from './post-office-row.ts';
import type { OutputFile, SetOutput } from './set-output.ts';

/** The code page of a post office's files; 850 where the lab has no table for it. */
export function pageOf(po: Pick<PostOffice, 'codePage'>): CodePage {
  return isCodePage(po.codePage) ? po.codePage : 850;
}

/** One account's pair of files; they exist from the first section on. */
export class AccountFiles {
  readonly #output: SetOutput;
  readonly #stem: string;
  readonly writer: SetWriter;
  #primary: OutputFile | null = null;
  #secondary: OutputFile | null = null;
  #lost = 0;

  /** @param ord place of the account in the run; files are numbered from 00000001 on */
  constructor(output: SetOutput, page: CodePage, ord: number) {
    this.#output = output;
    this.#stem = String(ord + 1).padStart(8, '0');
    this.writer = setWriter(`${this.#stem}.SEC`, page);
  }

  add({ primary, secondary, lost }: Written): void {
    this.#lost += lost;
    this.#primary ??= this.#output.file(`${this.#stem}.PRI`);
    this.#primary.append(primary);
    if (secondary.length === 0) return;
    this.#secondary ??= this.#output.file(`${this.#stem}.SEC`);
    this.#secondary.append(secondary);
  }

  /** Characters that the code page lacks. */
  get lost(): number {
    return this.#lost;
  }

  get bytes(): number {
    return this.writer.primaryBytes() + this.writer.secondaryBytes();
  }

  /** Sees that both are on the disk; gives their names. */
  close(): string[] {
    const files = [this.#primary, this.#secondary].filter((file) => file !== null);
    for (const file of files) file.close();
    return files.map(({ name }) => name);
  }

  remove(): void {
    this.#primary?.remove();
    this.#secondary?.remove();
  }
}
