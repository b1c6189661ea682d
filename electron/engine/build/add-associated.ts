import { draw } from '../../../shared/lab/draw.ts';
import { saveNewMessage } from '../mailbox/messages.ts';
import type { RowId } from '../mailbox/row-id.ts';
import type { Lab } from '../store/lab.ts';
import type { Building } from './building.ts';
import type { NewMailbox } from './new-mailbox.ts';
import { LAB_START } from './world.ts';

export interface Associated {
  readonly folder: RowId;
  readonly class: string;
  readonly subject: string;
}

const MONTH = 30 * 86_400_000;

/** Saves an associated message (FAI): settings that Outlook keeps in the mailbox. Its bytes do not matter here, its ids do. */
export function addAssociated(building: Building, lab: Lab, mailbox: NewMailbox, message: Associated): RowId {
  const { alias } = mailbox.spec.person;
  const content = building.pool.plain[0];
  if (content === undefined) throw new Error('an empty pool of bodies');
  return saveNewMessage(lab, mailbox.id, {
    folder: message.folder,
    isFai: true,
    class: message.class,
    subject: message.subject,
    sender: '',
    searchKey: draw(building.spec.seed, `fai-search-key ${message.subject}`, alias).bytes(16),
    delivered: null,
    lastMod: LAB_START - MONTH,
    isRead: true,
    size: 900 + message.subject.length * 2,
    contentId: content.contentId,
  });
}
