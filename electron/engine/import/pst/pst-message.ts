import type { PSTMessage } from 'pst-extractor';
import type { NewAttachment } from '../../mailbox/content.ts';
import { LONGEST_TEXT, MOST_ATTACHMENTS } from '../bounds.ts';
import { oneLine, plainText } from '../clean-text.ts';
import type { SourceMail } from '../mail-source.ts';
import { attachedFile, attachedMessage, attachmentName, isAttachedMessage } from './pst-attachments.ts';
import { PstDamage } from './pst-bytes.ts';
import { binaryProperty, type Pst, stringProperty } from './pst-library.ts';
import { rtfText } from './rtf-text.ts';

/** PR_SEARCH_KEY and PidTagSenderSmtpAddress. */
const SEARCH_KEY = 0x300b;
const SENDER_SMTP = 0x5d01;

/** Deepest nesting of messages within messages that is followed. */
const DEEPEST = 8;

/** A message, and what of it could not be read. */
export interface PstMail {
  readonly mail: SourceMail;
  readonly lost: readonly { readonly part: string; readonly reason: string }[];
}

/** The library gives 1970 or nonsense for a date that is not there. */
function time(date: Date | null): number | null {
  const value = date?.getTime();
  return value === undefined || !Number.isFinite(value) || value === 0 ? null : value;
}

function senderOf(message: PSTMessage): string {
  const smtp = stringProperty(message, SENDER_SMTP);
  const address = message.senderAddrtype === 'SMTP' || smtp === '' ? message.senderEmailAddress : smtp;
  return oneLine(address || message.senderName || message.sentRepresentingName);
}

/** The headers as they came, or, for what never came through the Internet, the like of them from the message's properties. */
function headersOf(message: PSTMessage): string {
  const headers = message.transportMessageHeaders;
  if (headers !== '') return plainText(headers);
  const date = time(message.clientSubmitTime);
  const name = oneLine(message.senderName);
  const lines = [
    `From: ${name === '' ? senderOf(message) : `${name} <${senderOf(message)}>`}`,
    `To: ${oneLine(message.displayTo)}`,
    `Cc: ${oneLine(message.displayCC)}`,
    `Subject: ${oneLine(message.subject)}`,
    `Date: ${date === null ? '' : new Date(date).toUTCString()}`,
    `Message-ID: ${oneLine(message.internetMessageId)}`,
  ];
  return lines
    .filter((line) => !/^[A-Za-z-]+: $/.test(line))
    .map((line) => `${line}\r\n`)
    .join('');
}

function bodiesOf(message: PSTMessage): { body: string; html: string | null } {
  const html = plainText(message.bodyHTML);
  const body = plainText(message.body);
  if (body !== '' || html !== '') return { body, html: html === '' ? null : html };
  return { body: plainText(rtfText(message.bodyRTF)), html: null };
}

/** An attached message as a file of its own. */
function asFile(inner: SourceMail, name: string): NewAttachment {
  const text = `${inner.headers.trimEnd()}\r\n\r\n${inner.html ?? inner.body}`;
  return {
    name: /\.eml$/i.test(name) ? name : `${name}.eml`,
    mime: 'message/rfc822',
    data: new TextEncoder().encode(text),
  };
}

/**
 * Reads one message through the library. An attachment that cannot be read is left out and told of; when anything else
 * cannot be read, it throws PstDamage or what the library throws.
 */
export function readPstMessage(pst: Pst, message: PSTMessage, depth = 0): PstMail {
  const { body, html } = bodiesOf(message);
  const key = binaryProperty(message, SEARCH_KEY);
  const count = Math.min(message.numberOfAttachments, MOST_ATTACHMENTS);
  const delivered = time(message.messageDeliveryTime) ?? time(message.clientSubmitTime);
  const properties = {
    class: oneLine(message.messageClass) || 'IPM.Note',
    subject: oneLine(message.subject),
    sender: senderOf(message),
    headers: headersOf(message),
    isRead: message.isRead,
    lastMod: time(message.modificationTime),
  };
  const [fault] = pst.takeFaults();
  if (fault !== undefined) throw new PstDamage(fault);
  if (Math.max(body.length, html?.length ?? 0) > LONGEST_TEXT)
    throw new PstDamage('its text is longer than 32 million characters');
  const attachments: NewAttachment[] = [];
  const lost: { part: string; reason: string }[] = [];
  if (message.numberOfAttachments > count)
    lost.push({
      part: `attachments from ${count + 1} on`,
      reason: 'no message has that many',
    });
  for (let number = 0; number < count; number += 1) {
    let part = `attachment ${number + 1}`;
    try {
      const attachment = message.getAttachment(number);
      part = `attachment ${attachmentName(attachment, number)}`;
      if (isAttachedMessage(attachment)) {
        if (depth >= DEEPEST) throw new PstDamage('messages are attached to each other too deeply');
        const inner = readPstMessage(pst, attachedMessage(attachment), depth + 1);
        lost.push(...inner.lost.map((piece) => ({ part: `${part}, ${piece.part}`, reason: piece.reason })));
        attachments.push(asFile(inner.mail, inner.mail.subject || attachmentName(attachment, number)));
      } else attachments.push(attachedFile(attachment, number));
      const [hidden] = pst.takeFaults();
      if (hidden !== undefined) throw new PstDamage(hidden);
    } catch (error) {
      const [known] = pst.takeFaults();
      lost.push({ part, reason: known ?? (error as Error).message });
    }
  }
  return {
    mail: {
      ...properties,
      body,
      html,
      attachments,
      delivered,
      searchKey: key !== null && key.length >= 16 && key.length <= 255 ? new Uint8Array(key) : null,
    },
    lost,
  };
}
