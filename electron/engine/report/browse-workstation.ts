import { bytesEqual, fromHex, toHex } from '../../../shared/identity/bytes.ts';
import { decodeIdSet } from '../../../shared/identity/idset.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { bindingFits } from '../../../shared/sync/ost-binding.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { rowKey } from '../mailbox/row-id.ts';
import { ostRow, ostsOfProfile } from '../outlook/ost-row.ts';
import type { OstRow } from '../outlook/ost-row.ts';
import { pendingItemsOf } from '../outlook/pending-items.ts';
import { type ProfileMailbox, profileMailbox, profileOf } from '../outlook/profile-row.ts';
import type { Lab } from '../store/lab.ts';
import { identifier, keyOf, rowOfKey } from './browse-ids.ts';

type Workstation = LabOutput<'workstation'>;
type File = Workstation['files'][number];

interface OstFolder extends RowId {
  parentRepl: number | null;
  parentGc: number | null;
  name: string;
  wellKnown: string | null;
  isLocal: number;
  given: Uint8Array;
}

function pathIn(folders: ReadonlyMap<string, OstFolder>, folder: OstFolder): string[] {
  const names: string[] = [];
  for (let at: OstFolder | undefined = folder; at !== undefined && names.length < 512; ) {
    if (at.wellKnown === 'ipmSubtree' && names.length > 0) break;
    names.unshift(at.name);
    at =
      at.parentRepl === null || at.parentGc === null
        ? undefined
        : folders.get(rowKey({ repl: at.parentRepl, gc: at.parentGc }));
  }
  return names;
}

function foldersOf(lab: Lab, ostId: number): File['folders'] {
  const rows = lab.all<OstFolder>(
    `SELECT repl, gc, parent_repl AS parentRepl, parent_gc AS parentGc, name, well_known AS wellKnown, is_local AS isLocal, given
     FROM ost_folder WHERE ost_id = ? ORDER BY name COLLATE NOCASE, repl, gc`,
    ostId,
  );
  const byKey = new Map(rows.map((row) => [rowKey(row), row]));
  const folders = rows.map((row) => {
    const given = decodeIdSet(row.given);
    return {
      key: keyOf(lab, row),
      name: row.name,
      path: pathIn(byKey, row),
      isLocal: row.isLocal === 1,
      items: given.ok ? given.value.count() : 0,
    };
  });
  // Each folder under its parent, as a folder list has them.
  const place = ({ path }: (typeof folders)[number]): string => path.join('\u0000').toLowerCase();
  return folders.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function fileOf(lab: Lab, ost: OstRow, mailbox: ProfileMailbox | null): File {
  const extra = lab.get<{ recordKey: Uint8Array; lastSync: number | null }>(
    'SELECT record_key AS recordKey, last_sync AS lastSync FROM ost WHERE id = ?',
    ost.id,
  );
  if (extra === undefined) throw new Error(`no .ost with key ${ost.id}`);
  return {
    id: ost.id,
    path: ost.path,
    status: ost.status,
    lastSync: extra.lastSync,
    ownerDn: ost.ownerDn,
    fits: mailbox === null ? null : bindingFits(ost, mailbox),
    identifiers: [
      identifier('ost-record-key', 'guid', ost.path, extra.recordKey),
      identifier('ost-store-guid', 'guid', ost.path, ost.storeGuid),
      identifier('ost-key', 'opaque', ost.path, ost.ostKey),
      identifier('ost-namespace', 'guid', ost.path, ost.xidNamespace),
    ],
    folders: foldersOf(lab, ost.id),
    pending: pendingItemsOf(lab, ost.id).map(({ folder, subject, pending, error }) => ({
      folder,
      subject,
      pending,
      error,
    })),
  };
}

/** A user's profile and every .ost it has or had. Failures: unknown-alias, no-profile. */
export function browseWorkstation(lab: Lab, input: LabInput<'workstation'>): Result<Workstation> {
  const found = profileOf(lab, input.user);
  if (!found.ok) return found;
  const profile = found.value;
  const place = lab.get<{ name: string; displayName: string }>(
    `SELECT w.name, o.display_name AS displayName FROM profile p JOIN workstation w ON w.id = p.workstation_id
       JOIN directory_object o ON o.id = p.user_id WHERE p.id = ?`,
    profile.id,
  );
  const mailbox = profileMailbox(lab, profile.mailboxDn);
  return ok({
    alias: profile.alias,
    displayName: place?.displayName ?? profile.alias,
    workstation: place?.name ?? '',
    outlook: profile.outlook,
    mode: profile.mode,
    server: profile.serverName,
    mailboxDn: profile.mailboxDn,
    mailbox: mailbox?.id ?? null,
    favourites: profile.favourites,
    nicknames: profile.nicknames,
    oab: profile.oab,
    keyFits:
      profile.cachedKey === null || mailbox === null ? null : bytesEqual(profile.cachedKey, mailbox.ostKey),
    files: ostsOfProfile(lab, profile.id).map((ost) => fileOf(lab, ost, mailbox)),
  });
}

/** Ranges and bytes of a set that are shown; a real set can have hundreds of thousands. */
const RANGES_SHOWN = 200;
const BYTES_SHOWN = 2048;

/** Failure: malformed-idset, malformed-globset. */
function shownSet(name: string, bytes: Uint8Array): Result<LabOutput<'ost-state'>['sets'][number]> {
  const decoded = decodeIdSet(bytes);
  if (!decoded.ok) return decoded;
  const set = decoded.value;
  return ok({
    name,
    ids: set.count(),
    bytes: bytes.length,
    hex: toHex(bytes.subarray(0, BYTES_SHOWN)),
    guids: set.guids().map((guid) => {
      const ranges = set.ranges(guid);
      return {
        guid,
        ranges: ranges.slice(0, RANGES_SHOWN).map(([low, high]): [number, number] => [low, high]),
        more: Math.max(0, ranges.length - RANGES_SHOWN),
      };
    }),
  });
}

/** What an .ost knows of one folder, or of the folder tree: its IDSETs (MS-OXCFXICS 2.2.1.1). Failures: unknown-ost, unknown-folder. */
export function browseOstState(lab: Lab, input: LabInput<'ost-state'>): Result<LabOutput<'ost-state'>> {
  if (lab.get('SELECT 1 FROM ost WHERE id = ?', input.ost) === undefined)
    return fail('unknown-ost', 'This .ost is not on the workstation any more: select the user again.');
  const named: (readonly [string, Uint8Array])[] = [];
  if (input.folder === undefined) {
    const ost = ostRow(lab, input.ost);
    named.push(['given', ost.hGiven], ['seen', ost.hSeen]);
  } else {
    const id = fromHex(input.folder).ok ? rowOfKey(lab, input.folder) : null;
    const row =
      id === null
        ? undefined
        : lab.get<Record<'given' | 'seen' | 'seenFai' | 'read', Uint8Array>>(
            'SELECT given, seen, seen_fai AS seenFai, read FROM ost_folder WHERE ost_id = ? AND repl = ? AND gc = ?',
            input.ost,
            id.repl,
            id.gc,
          );
    if (row === undefined)
      return fail('unknown-folder', 'This folder is not in the .ost any more: select another one.');
    named.push(['given', row.given], ['seen', row.seen], ['seen-fai', row.seenFai], ['read', row.read]);
  }
  const sets: LabOutput<'ost-state'>['sets'][number][] = [];
  for (const [name, bytes] of named) {
    const shown = shownSet(name, bytes);
    if (!shown.ok) return shown;
    sets.push(shown.value);
  }
  return ok({ sets });
}
