import type { PSTAttachment, PSTMessage } from 'pst-extractor';
import type { NewAttachment } from '../../mailbox/content.ts';
import { oneLine } from '../clean-text.ts';
import { LONGEST_MESSAGE } from '../mbox-split.ts';
import { PstDamage } from './pst-bytes.ts';

/** PR_ATTACH_METHOD of a message within a message. */
const EMBEDDED = 5;

/**
 * A message that is attached to another. The library looks for a node that an attachment never has, and gives nothing
 * without one; any will do. Throws PstDamage when the message is not there.
 */
export function attachedMessage(attachment: PSTAttachment): PSTMessage {
  (attachment as unknown as { descriptorIndexNode: object }).descriptorIndexNode = {
    descriptorIdentifier: 0,
  };
  const message = attachment.embeddedPSTMessage;
  if (message === null) throw new PstDamage('the message attached to it is missing');
  return message;
}

export function isAttachedMessage(attachment: PSTAttachment): boolean {
  return attachment.attachMethod === EMBEDDED;
}

export function attachmentName(attachment: PSTAttachment, number: number): string {
  const name = attachment.longFilename || attachment.filename || attachment.displayName;
  return oneLine(name) || `attachment-${number + 1}`;
}

/** The bytes of an attached file; of a mere link to one, none. Throws PstDamage, or what the library throws, when they cannot be read. */
export function attachedFile(attachment: PSTAttachment, number: number): NewAttachment {
  const stream = attachment.fileInputStream;
  const length = stream?.length.toNumber() ?? 0;
  if (length > LONGEST_MESSAGE) throw new PstDamage('it is longer than 256 MB');
  const data = Buffer.alloc(length);
  stream?.readCompletely(data);
  return {
    name: attachmentName(attachment, number),
    mime: oneLine(attachment.mimeTag) || 'application/octet-stream',
    data,
  };
}
