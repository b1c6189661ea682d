import type { Act } from './from-act.ts';

/** A row of a lab's list of acts, as the engine tells it. */
export interface ActRow {
  readonly verb: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

function word({ detail }: ActRow, key: string): string {
  const value = detail[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function count({ detail }: ActRow, key: string): number {
  const value = detail[key];
  return Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0;
}

/** What stands in a detail, for acts that have no sentence of their own. */
function words({ detail }: ActRow): string {
  const plain = Object.values(detail).filter(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
  return plain.join(' ');
}

/** What a row of the list tells of; null: of nothing that is told underneath. */
export function actFromRow(row: ActRow): Act | null {
  switch (row.verb) {
    case 'deliver':
    case 'logon':
      return {
        kind: row.verb,
        alias: word(row, 'mailbox'),
        initialized: row.detail.initialized !== false,
        planned: false,
      };
    case 'server': {
      const [setting = '', value = ''] = Object.entries(row.detail)[0] ?? [];
      return { kind: 'server', setting: `${setting}=${String(value)}` };
    }
    case 'purge':
      return { kind: 'purge', alias: word(row, 'mailbox'), deleted: count(row, 'deleted') };
    case 'fix':
      return { kind: 'fix', id: word(row, 'installed') };
    case 'exprofre':
      return { kind: 'exprofre', alias: word(row, 'user') };
    case 'outlook':
      return { kind: 'outlook', alias: word(row, 'user'), steps: [] };
    case 'import':
      return {
        kind: 'import',
        alias: word(row, 'mailbox'),
        items: count(row, 'items'),
        folders: count(row, 'folders'),
      };
    case 'twin':
    case 'twin-ended':
      return null;
    default:
      return { kind: 'other', verb: row.verb, what: words(row) };
  }
}

/** What two tellings of one act share; null: the act stands in no list. */
export function actKey(act: Act): string | null {
  switch (act.kind) {
    case 'deliver':
    case 'logon':
      return act.planned ? null : `${act.kind} ${act.alias}`.toLowerCase();
    case 'purge':
    case 'exprofre':
    case 'outlook':
    case 'import':
      return `${act.kind} ${act.alias}`.toLowerCase();
    case 'server':
      return `server ${act.setting}`.toLowerCase();
    case 'fix':
      return `fix ${act.id}`.toLowerCase();
    case 'other':
      return `${act.verb} ${act.what}`.toLowerCase();
    case 'undo':
    case 'control':
      return null;
  }
}
