import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ImportRecord } from '../import/apply-import.ts';
import { oneLine } from '../import/clean-text.ts';
import type { SourceFolder, SourceMail } from '../import/mail-source.ts';
import { storeContent } from '../mailbox/content.ts';
import { refuseClaimedWork } from '../migrate/claim.ts';
import type { Lab } from '../store/lab.ts';
import { addPoFolder, addPoMessage, nextOrd } from './add-rows.ts';
import { headerOfMail, inRange, sentAt } from './mail-header.ts';
import { type PoFolderKind, localUser, postOfficeNamed } from './post-office-row.ts';

/** What comes in of some real mail. */
export interface Filled {
  readonly folders: number;
  readonly items: number;
  /** What a post office cannot hold, with its reason. */
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

/** A user of a post office that real mail can go to. */
export interface UserToFill {
  readonly key: string;
  readonly postOffice: string;
  fill(records: Iterable<ImportRecord>): Filled;
}

/** The longest name that a folder gets here; cc:Mail's own limit is in no source that was found. */
const LONGEST_NAME = 120;

/** Which of cc:Mail's own folders a default folder of a mailbox becomes; sent mail goes to the message log (modelled). */
function kindOf(folder: SourceFolder): PoFolderKind {
  switch (folder.role) {
    case 'inbox':
    case 'ipmSubtree':
    case 'root':
      return 'inbox';
    case 'drafts':
    case 'outbox':
      return 'drafts';
    case 'deleted':
      return 'trash';
    case 'sent':
      return 'message-log';
    default:
      return 'folder';
  }
}

const NAMES: Readonly<Partial<Record<PoFolderKind, string>>> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  trash: 'Trash',
  'message-log': 'Message Log',
};

/** Folders of cc:Mail stand beside each other: one below another gets both names. */
class Folders {
  readonly #lab: Lab;
  readonly #poId: number;
  readonly #userId: number;
  readonly #paths = new Map<string, { readonly kind: PoFolderKind; readonly name: string }>();
  readonly #ids = new Map<string, { readonly id: number; next: number }>();

  constructor(lab: Lab, poId: number, userId: number) {
    this.#lab = lab;
    this.#poId = poId;
    this.#userId = userId;
  }

  tell(source: number, folder: SourceFolder): void {
    const above = folder.parent === null ? undefined : this.#paths.get(`${source} ${folder.parent}`);
    const kind = kindOf(folder);
    const below = above !== undefined && above.kind === 'folder' ? `${above.name} - ` : '';
    const name = NAMES[kind] ?? oneLine(`${below}${folder.name}`.replaceAll('\\', '-'), LONGEST_NAME);
    this.#paths.set(`${source} ${folder.key}`, { kind, name });
  }

  /** Key and next place of the folder that mail goes to; it is made with its first message. */
  place(source: number, key: string): { readonly id: number; next: number } {
    const folder = this.#paths.get(`${source} ${key}`);
    if (folder === undefined) throw new Error(`mail for a folder nobody told of: ${key}`);
    const name = `${folder.kind} ${folder.name.toLowerCase()}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const there = this.#lab.get<{ id: number }>(
      folder.kind === 'folder'
        ? "SELECT id FROM po_folder WHERE user_id = ?1 AND kind = 'folder' AND name = ?2 COLLATE NOCASE ORDER BY id LIMIT 1"
        : 'SELECT id FROM po_folder WHERE user_id = ?1 AND kind = ?2 ORDER BY id LIMIT 1',
      this.#userId,
      folder.kind === 'folder' ? folder.name : folder.kind,
    );
    const id = there?.id ?? addPoFolder(this.#lab, this.#poId, this.#userId, folder.name, folder.kind);
    const made = { id, next: nextOrd(this.#lab, id) };
    this.#ids.set(name, made);
    return made;
  }

  get count(): number {
    return this.#ids.size;
  }
}

/** HTML as text, for a post office keeps plain text alone (modelled); the original stays beside it as an attachment. */
function plain(mail: SourceMail): Pick<SourceMail, 'body' | 'attachments'> {
  if (mail.body.trim() !== '' || mail.html === null) return mail;
  const text = mail.html
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  const html = { name: 'MESSAGE.HTM', mime: 'text/html', data: new TextEncoder().encode(mail.html) };
  return { body: text.replace(/\n{3,}/g, '\n\n').trim(), attachments: [...mail.attachments, html] };
}

/** Mail of cc:Mail ends its lines as DOS does. */
function dosLines(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

const LOWEST_SIZE = 120;

function fill(lab: Lab, poId: number, userId: number, records: Iterable<ImportRecord>): Filled {
  const folders = new Folders(lab, poId, userId);
  const strange = new Map<string, number>();
  let items = 0;
  for (const { source, event } of records) {
    if (event.kind === 'folder') {
      folders.tell(source, event.folder);
      continue;
    }
    const { mail } = event;
    if (!/^(IPM\.Note|REPORT)/i.test(mail.class)) {
      strange.set(mail.class, (strange.get(mail.class) ?? 0) + 1);
      continue;
    }
    const place = folders.place(source, event.folder);
    const { body, attachments } = plain(mail);
    const content = storeContent(lab, { headers: '', body: dosLines(body), html: null, attachments });
    addPoMessage(lab, {
      folderId: place.id,
      ord: place.next,
      addresses: headerOfMail(mail),
      subject: mail.subject,
      sent: inRange(sentAt(mail)),
      received: inRange(mail.delivered),
      priority: 'normal',
      isRead: mail.isRead,
      receipt: false,
      size: content.bytes + LOWEST_SIZE,
      contentId: content.contentId,
      flaw: null,
    });
    place.next += 1;
    items += 1;
  }
  const left = [...strange].map(([kind, count]) => ({
    path: kind,
    reason: `a post office keeps mail alone: ${count} item${count === 1 ? '' : 's'} of this kind ${count === 1 ? 'was' : 'were'} left out`,
  }));
  return { folders: folders.count, items, left };
}

/**
 * Finds the user of a post office for `lab import --post-office PO --user KEY`. Failure codes: post-office-name,
 * unknown-alias, work-claimed (a run works on the post office).
 */
export function userToFill(lab: Lab, postOffice: string, user: string): Result<UserToFill> {
  const po = postOfficeNamed(lab, postOffice);
  if (po === null)
    return fail('post-office-name', `${lab.path} has no post office "${postOffice}": see "lab postoffice".`);
  const found = localUser(lab, po.id, user);
  if (found === null)
    return fail(
      'unknown-alias',
      `The post office ${po.name} has no user "${user}" with a mailbox: see "lab postoffice".`,
    );
  const free = refuseClaimedWork(lab, { kind: 'post-office', key: po.directory.toUpperCase() }, null);
  if (!free.ok) return free;
  return ok({
    key: found.key,
    postOffice: po.name,
    fill: (records) => fill(lab, po.id, found.id, records),
  });
}
