import { type PSTAttachment, PSTMessage } from 'pst-extractor';
import { PSTNodeInputStream } from 'pst-extractor/dist/PSTNodeInputStream.class.js';
import { PSTTableBC } from 'pst-extractor/dist/PSTTableBC.class.js';
import type { NewAttachment } from '../../mailbox/content.ts';
import { oneLine } from '../clean-text.ts';
import { PstDamage } from './pst-bytes.ts';

/** PR_ATTACH_METHOD of a message within a message. */
const EMBEDDED = 5;
const DATA_OBJECT = 0x3701;

/** What the library knows of an attached message; its own way to it gives nothing, for it misses a node that is never there. */
interface AttachedMessage {
  readonly pstFile: ConstructorParameters<typeof PSTMessage>[0];
  readonly pstTableItems: Map<number, { readonly entryValueType: number; readonly data: Buffer }> | null;
  readonly localDescriptorItems: Map<number, NestedItem> | null;
}

interface NestedItem {
  readonly subNodeOffsetIndexIdentifier: number;
}

/** A message that is attached to another. Throws PstDamage when it is not there. */
export function attachedMessage(attachment: PSTAttachment): PSTMessage {
  const { pstFile, pstTableItems, localDescriptorItems } = attachment as unknown as AttachedMessage;
  const item = pstTableItems?.get(DATA_OBJECT);
  const nested =
    item === undefined || item.data.length < 4
      ? undefined
      : localDescriptorItems?.get(item.data.readUInt32LE(0));
  if (nested === undefined) throw new PstDamage('the message attached to it is missing');
  const stream = new PSTNodeInputStream(pstFile, nested as unknown as Buffer);
  const below =
    nested.subNodeOffsetIndexIdentifier > 0
      ? pstFile.getPSTDescriptorItems({
          toNumber: () => nested.subNodeOffsetIndexIdentifier,
        } as unknown as Parameters<typeof pstFile.getPSTDescriptorItems>[0])
      : new Map();
  const message = new PSTMessage(
    pstFile,
    undefined as unknown as ConstructorParameters<typeof PSTMessage>[1],
  );
  const inner = message as unknown as { prePopulate(node: null, table: PSTTableBC, items: unknown): void };
  inner.prePopulate(null, new PSTTableBC(stream), below);
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
  const data = Buffer.alloc(stream?.length.toNumber() ?? 0);
  stream?.readCompletely(data);
  return {
    name: attachmentName(attachment, number),
    mime: oneLine(attachment.mimeTag) || 'application/octet-stream',
    data,
  };
}
