import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import type { PostOffice } from './post-office-row.ts';
import { removeErrorLog } from './post-office-files.ts';

/*
 * A backup is the post office's rows as JSON, contents by their keys. Coming back they get keys of their own, behind all that
 * are there: those they had may belong to others by now.
 */

const MESSAGE_COLUMNS =
  'ord, addresses, subject, sent, received, priority, is_read, receipt, size, content_id, flaw';

/** Rows of a table as one JSON array of objects with these columns. */
function rows(lab: Lab, columns: string, from: string, poId: number): string {
  const pairs = columns
    .split(', ')
    .map((column) => `'${column}', t.${column}`)
    .join(', ');
  return (
    lab.get<{ json: string }>(
      `SELECT json_group_array(json_object(${pairs}) ORDER BY t.rank) AS json FROM (${from}) t`,
      poId,
    )?.json ?? '[]'
  );
}

const OFFICE = `SELECT *, hex(password_hash) AS hash, id AS rank FROM post_office WHERE id = ?`;
const USERS = 'SELECT *, id AS rank FROM po_user WHERE po_id = ?';
const FOLDERS = 'SELECT *, id AS rank FROM po_folder WHERE po_id = ?';
const MESSAGES = `SELECT m.*, m.id AS rank FROM po_message m JOIN po_folder f ON f.id = m.folder_id WHERE f.po_id = ?`;
const LISTS = 'SELECT *, id AS rank FROM po_list WHERE po_id = ?';
const ADDRESSES = `SELECT a.*, a.user_id * 1000000 + a.ord AS rank FROM po_address a JOIN po_user u ON u.id = a.user_id WHERE u.po_id = ?`;

/** Takes a backup of a post office as it stands, damaged or not. */
export function backUp(lab: Lab, po: PostOffice): void {
  const data = `{${[
    ['office', rows(lab, 'database, release, hash, code_page, writable, options, damage', OFFICE, po.id)],
    ['users', rows(lab, 'id, name, key, kind, remote_po, comment, password, imported_by', USERS, po.id)],
    ['folders', rows(lab, 'id, user_id, name, kind', FOLDERS, po.id)],
    ['messages', rows(lab, `folder_id, ${MESSAGE_COLUMNS}`, MESSAGES, po.id)],
    ['lists', rows(lab, 'user_id, name, members', LISTS, po.id)],
    ['addresses', rows(lab, 'user_id, ord, name, type, address, comment', ADDRESSES, po.id)],
  ]
    .map(([name, json]) => `"${name}":${json}`)
    .join(',')}}`;
  lab.run(
    'INSERT INTO po_backup(po_id, taken, label, data) VALUES(?, ?, ?, ?)',
    po.id,
    labNow(lab),
    po.damage === null ? 'sound' : 'damaged',
    data,
  );
}

/** Columns as they are read from one element of an array of the backup. */
function values(columns: string): string {
  return columns
    .split(', ')
    .map((column) => `json_extract(value, '$.${column}')`)
    .join(', ');
}

function offsetOf(lab: Lab, table: 'po_user' | 'po_folder'): number {
  return lab.get<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`)?.last ?? 0;
}

/** Puts a post office back to where a backup has it; everything that came in since is gone. */
export function restore(lab: Lab, po: PostOffice, backup: number): void {
  const users = offsetOf(lab, 'po_user');
  const folders = offsetOf(lab, 'po_folder');
  const fill = (into: string, columns: string, from: string, ...offsets: readonly number[]): void => {
    lab.run(
      `INSERT INTO ${into} SELECT ${columns} FROM po_backup b, json_each(b.data, '$.${from}') WHERE b.id = ? ORDER BY json_each.key`,
      ...offsets,
      backup,
    );
  };
  lab.run('DELETE FROM po_list WHERE po_id = ?', po.id);
  lab.run('DELETE FROM po_folder WHERE po_id = ?', po.id);
  lab.run('DELETE FROM po_user WHERE po_id = ?', po.id);
  const poId = String(po.id);
  fill(
    'po_user(id, po_id, name, key, kind, remote_po, comment, password, imported_by)',
    `json_extract(value, '$.id') + ?, ${poId}, ${values('name, key, kind, remote_po, comment, password, imported_by')}`,
    'users',
    users,
  );
  fill(
    'po_folder(id, po_id, user_id, name, kind)',
    `json_extract(value, '$.id') + ?, ${poId}, json_extract(value, '$.user_id') + ?, ${values('name, kind')}`,
    'folders',
    folders,
    users,
  );
  fill(
    `po_message(folder_id, ${MESSAGE_COLUMNS})`,
    `json_extract(value, '$.folder_id') + ?, ${values(MESSAGE_COLUMNS)}`,
    'messages',
    folders,
  );
  fill(
    'po_list(po_id, user_id, name, members)',
    `${poId}, json_extract(value, '$.user_id') + ?, ${values('name, members')}`,
    'lists',
    users,
  );
  fill(
    'po_address(user_id, ord, name, type, address, comment)',
    `json_extract(value, '$.user_id') + ?, ${values('ord, name, type, address, comment')}`,
    'addresses',
    users,
  );
  lab.run(
    `UPDATE post_office SET (database, release, password_hash, code_page, writable, options, damage) =
       (SELECT json_extract(o.value, '$.database'), json_extract(o.value, '$.release'), unhex(json_extract(o.value, '$.hash')),
          json_extract(o.value, '$.code_page'), json_extract(o.value, '$.writable'), json_extract(o.value, '$.options'),
          json_extract(o.value, '$.damage') FROM po_backup b, json_each(b.data, '$.office') o WHERE b.id = ?1) WHERE id = ?2`,
    backup,
    po.id,
  );
  const damaged = lab.get('SELECT 1 FROM post_office WHERE id = ? AND damage IS NOT NULL', po.id);
  if (damaged === undefined) removeErrorLog(lab, po.directory);
}
