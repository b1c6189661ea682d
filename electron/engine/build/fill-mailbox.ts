import { addToPcl, encodePcl, type Pcl } from '../../../shared/identity/pcl.ts';
import { clientXid, encodeXid, serverXid } from '../../../shared/identity/xid.ts';
import { draw } from '../../../shared/lab/draw.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { takeIds } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import { smtpOf } from './accounts.ts';
import { type Building, formerId, meet, otherStore, circleOf } from './building.ts';
import type { MailboxSpec } from './lab-spec.ts';
import type { NewMailbox } from './new-mailbox.ts';
import { type PlannedItem, planItem } from './item-plan.ts';
import { LAB_START } from './world.ts';

/** Numbers an item takes from its database's counter: its id, an earlier change number, the present one, and the read state's. */
const IDS_PER_ITEM = 4;

/** The first number that the owner's Outlook has not used for a change key. */
export function firstFreeXid(spec: Pick<MailboxSpec, 'items'>): number {
  return spec.items + 1;
}

interface Version {
  readonly changeKey: Uint8Array | null;
  readonly pcl: Uint8Array | null;
}

function versionOf(
  item: PlannedItem,
  ordinal: number,
  mailbox: NewMailbox,
  before: { replGuid: Uint8Array; gc: number },
): Version {
  if (item.madeBy === 'server') return { changeKey: null, pcl: null };
  const made = clientXid(mailbox.clientNamespace, ordinal + 1, () => false);
  if (!made.ok) throw new Error(made.failure.message);
  const xid = made.value;
  const base: Pcl = item.madeBy === 'client' ? [] : [serverXid(before)];
  return { changeKey: encodeXid(xid), pcl: encodePcl(addToPcl(base, xid)) };
}

/** Where an item's own id comes from: the store, a colleague's store, or a server that is gone. */
function idOf(building: Building, lab: Lab, mailbox: NewMailbox, item: PlannedItem, own: number): RowId {
  if (item.ids === 'own') return { repl: mailbox.store.repl, gc: own };
  const foreign = item.ids === 'former' ? null : otherStore(building, mailbox.store);
  if (foreign === null) return formerId(building, lab, mailbox.store);
  meet(lab, mailbox.store, foreign.repl);
  return { repl: foreign.repl, gc: takeIds(lab, foreign.mdbId, 1) };
}

/** Puts the planned messages into a mailbox, oldest first, so that ids and change numbers grow with time. */
export function fillMailbox(building: Building, lab: Lab, mailbox: NewMailbox): void {
  const { spec } = mailbox;
  const { seed } = building.spec;
  if (spec.items === 0) return;
  const first = takeIds(lab, mailbox.store.mdbId, spec.items * IDS_PER_ITEM);
  const owner = smtpOf(building.world.source, spec.person.alias);
  const senders = circleOf(building, mailbox.ordinal);
  for (let ordinal = 0; ordinal < spec.items; ordinal += 1) {
    const sender = senders[draw(seed, 'sender', spec.person.alias, ordinal).below(senders.length)] ?? owner;
    const item = planItem(seed, spec, ordinal, sender, owner, LAB_START);
    const gc = first + ordinal * IDS_PER_ITEM;
    const folder =
      typeof item.place === 'number' ? mailbox.folders[item.place] : mailbox.wellKnown.get(item.place);
    if (folder === undefined) throw new Error(`no folder for ${String(item.place)}`);
    const id = idOf(building, lab, mailbox, item, gc);
    const version = versionOf(item, ordinal, mailbox, { replGuid: mailbox.store.guid, gc: gc + 1 });
    const pool = building.pool[item.content];
    const content = pool[item.contentOrdinal % pool.length];
    if (content === undefined) throw new Error('an empty pool of bodies');
    lab.run(
      `INSERT INTO message(mailbox_id, repl, gc, folder_repl, folder_gc, is_fai, class, subject, sender, search_key, delivered, last_mod,
         cn_repl, cn_gc, change_key, pcl, read_repl, read_gc, is_read, size, content_id)
       VALUES(?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      mailbox.id,
      id.repl,
      id.gc,
      folder.repl,
      folder.gc,
      item.class,
      item.subject,
      item.sender,
      item.searchKey,
      item.delivered,
      item.lastMod,
      mailbox.store.repl,
      gc + 2,
      version.changeKey,
      version.pcl,
      item.isRead ? mailbox.store.repl : null,
      item.isRead ? gc + 3 : null,
      item.isRead ? 1 : 0,
      content.bytes + item.envelope,
      content.contentId,
    );
  }
}
