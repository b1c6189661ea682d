import { decodeRuleActions } from '../../../shared/identity/rule-actions.ts';
import { encodeShortId } from '../../../shared/identity/short-id.ts';
import { matchesRule, parseRuleCondition } from '../../../shared/lab/rule-condition.ts';
import { draw } from '../../../shared/lab/draw.ts';
import type { Lab } from '../store/lab.ts';
import { storeContent } from './content.ts';
import { wellKnownFolder } from './folders.ts';
import { initializeMailbox } from './initialize.ts';
import { mailboxRow } from './mailbox-row.ts';
import { saveNewMessage } from './messages.ts';
import { resolveShortId } from './replids.ts';
import type { RowId } from './row-id.ts';

export interface ArrivingMail {
  readonly subject: string;
  readonly sender: string;
  readonly body: string;
  /** Lab milliseconds. */
  readonly at: number;
}

export interface Delivery {
  readonly initialized: boolean;
  /** Where it went; null when it bounced. */
  readonly folder: RowId | null;
  /** The directory object's target address, where it has one: the mail goes there, and the mailbox stays untouched. */
  readonly bouncedTo: string | null;
}

/** ST_ENABLED of PidTagRuleState (MS-OXORULE 2.2.1.3.1.3). */
const RULE_ENABLED = 1;

function exists(lab: Lab, mailboxId: number, folder: RowId): boolean {
  return (
    lab.get(
      'SELECT 1 FROM folder WHERE mailbox_id = ? AND repl = ? AND gc = ?',
      mailboxId,
      folder.repl,
      folder.gc,
    ) !== undefined
  );
}

/** The folder that the Inbox rules move this mail to, through the database's REPLID map as the server does; null: none moves it. */
function movedTo(lab: Lab, mailboxId: number, mdbId: number, mail: ArrivingMail): RowId | null {
  const rules = lab.all<{ state: number; condition: string; actions: Uint8Array }>(
    'SELECT state, condition, actions FROM rule WHERE mailbox_id = ? ORDER BY sequence, rule_id',
    mailboxId,
  );
  for (const rule of rules) {
    const condition = parseRuleCondition(rule.condition);
    if ((rule.state & RULE_ENABLED) === 0 || !condition.ok || !matchesRule(condition.value, mail)) continue;
    const actions = decodeRuleActions(rule.actions);
    for (const action of actions.ok ? actions.value : []) {
      if (action.op !== 'move' || !action.inThisStore) continue;
      const folder = resolveShortId(lab, mdbId, encodeShortId(action.folder));
      if (folder !== null && exists(lab, mailboxId, folder)) return folder;
    }
  }
  return null;
}

/**
 * Mail arrives. It initializes the mailbox (KB842101), unless a target address sends it elsewhere (Exchange Team Blog,
 * 25 Aug 2004, on /D). Move rules of the Inbox run; a rule whose folder does not resolve leaves the mail in the Inbox.
 */
export function deliver(lab: Lab, mailboxId: number, mail: ArrivingMail): Delivery {
  return lab.transact(() => {
    const mailbox = mailboxRow(lab, mailboxId);
    const target = lab.get<{ address: string | null }>(
      'SELECT target_address AS address FROM directory_object WHERE id = ?',
      mailbox.objectId,
    );
    if (target?.address) return { initialized: mailbox.initialized, folder: null, bouncedTo: target.address };
    initializeMailbox(lab, mailboxId, 'delivery', mail.at);
    const inbox = wellKnownFolder(lab, mailboxId, 'inbox');
    if (inbox === null) throw new Error(`mailbox ${mailboxId} has no Inbox`);
    const folder = movedTo(lab, mailboxId, mailbox.mdbId, mail) ?? inbox;
    const headers = `From: ${mail.sender}\r\nSubject: ${mail.subject}\r\n`;
    const { contentId, bytes } = storeContent(lab, { headers, body: mail.body, html: null, attachments: [] });
    const before =
      lab.get<{ count: number }>('SELECT count(*) AS count FROM message WHERE mailbox_id = ?', mailboxId)
        ?.count ?? 0;
    const seed = lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0;
    saveNewMessage(lab, mailboxId, {
      folder,
      isFai: false,
      class: 'IPM.Note',
      subject: mail.subject,
      sender: mail.sender,
      searchKey: draw(seed, 'delivered-search-key', `${mailboxId}@${mail.at}`, before).bytes(16),
      delivered: mail.at,
      lastMod: mail.at,
      isRead: false,
      size: bytes,
      contentId,
    });
    return { initialized: true, folder, bouncedTo: null };
  });
}
