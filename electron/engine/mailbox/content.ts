import { createHash } from 'node:crypto';
import type { Lab } from '../store/lab.ts';

export interface NewAttachment {
  readonly name: string;
  readonly mime: string;
  readonly data: Uint8Array;
}

export interface NewContent {
  readonly headers: string;
  readonly body: string;
  readonly html: string | null;
  readonly attachments: readonly NewAttachment[];
}

export interface StoredContent {
  readonly contentId: number;
  /** Size in bytes of headers, body and attachments together. */
  readonly bytes: number;
}

function storeBlob(lab: Lab, data: Uint8Array): number {
  const hash = createHash('sha256').update(data).digest();
  const known = lab.get<{ id: number }>('SELECT id FROM blob WHERE hash = ?', hash);
  return known?.id ?? lab.run('INSERT INTO blob(hash, data) VALUES(?, ?)', hash, data).lastInsertRowid;
}

/** Stores a body with its attachments; equal content stands once, whoever points to it. */
export function storeContent(lab: Lab, content: NewContent): StoredContent {
  const hash = createHash('sha256');
  const add = (part: string | Uint8Array): void => {
    hash.update(`${part.length}:`);
    hash.update(part);
  };
  let bytes =
    Buffer.byteLength(content.headers) +
    Buffer.byteLength(content.body) +
    Buffer.byteLength(content.html ?? '');
  add(content.headers);
  add(content.body);
  add(content.html ?? '\u0000none');
  for (const attachment of content.attachments) {
    add(attachment.name);
    add(attachment.mime);
    add(attachment.data);
    bytes += attachment.data.length;
  }
  const digest = hash.digest();
  const known = lab.get<{ id: number }>('SELECT id FROM content WHERE hash = ?', digest);
  if (known !== undefined) return { contentId: known.id, bytes };
  const contentId = lab.run(
    'INSERT INTO content(hash, headers, body, html) VALUES(?, ?, ?, ?)',
    digest,
    content.headers,
    content.body,
    content.html,
  ).lastInsertRowid;
  content.attachments.forEach((attachment, num) => {
    lab.run(
      'INSERT INTO attachment(content_id, num, name, mime, blob_id) VALUES(?, ?, ?, ?, ?)',
      contentId,
      num,
      attachment.name,
      attachment.mime,
      storeBlob(lab, attachment.data),
    );
  });
  return { contentId, bytes };
}
