import type { NewAttachment } from '../mailbox/content.ts';
import type { WellKnown } from '../../../shared/lab/well-known.ts';

/** One mail as a file holds it, whatever kind of file. Times in milliseconds since 1970. */
export interface SourceMail {
  readonly class: string;
  readonly subject: string;
  readonly sender: string;
  readonly headers: string;
  readonly body: string;
  readonly html: string | null;
  readonly attachments: readonly NewAttachment[];
  readonly delivered: number | null;
  readonly lastMod: number | null;
  readonly isRead: boolean;
  /** PR_SEARCH_KEY where the file has one; null: it is derived from the content. */
  readonly searchKey: Uint8Array | null;
}

/** A folder of a file. Folders come before what lies in them. */
export interface SourceFolder {
  /** Names the folder within one source. */
  readonly key: string;
  /** Key of the folder above; null: below the top of the mailbox. */
  readonly parent: string | null;
  /** The folder of the mailbox that it stands for; null: one of its own. */
  readonly role: WellKnown | null;
  readonly name: string;
  readonly containerClass: string;
  readonly isSearch: boolean;
}

/** What a source tells, in order. `skipped`: something that could not be read, where it is and why. */
export type SourceEvent =
  | { readonly kind: 'folder'; readonly folder: SourceFolder }
  | { readonly kind: 'mail'; readonly folder: string; readonly mail: SourceMail }
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: string };

/** A file or folder of mail. It is read once, from the first to the last event, and throws only for bugs and a broken disk. */
export type MailSource = AsyncIterable<SourceEvent>;

export function skipped(path: string, reason: string): SourceEvent {
  return { kind: 'skipped', path, reason };
}
