import type { IssueCode } from './model.ts';

/** Longest Windows NT logon name (XMG 06010). */
export const LOGON_ID_LIMIT = 20;

/** What a sAMAccountName may not hold, beside control characters. */
const ILLEGAL = '"/\\[]:;|=,+*?<>@';

/** What a person reads for a character: itself in quotes, a control character by its number. */
function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return isControl(code) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : `"${character}"`;
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

function isIllegal(character: string): boolean {
  return ILLEGAL.includes(character) || isControl(character.codePointAt(0) ?? 0);
}

/** Why a name cannot be a logon ID: an issue's code, and its values without those of the account. */
export interface LogonIdProblem {
  readonly code: Extract<IssueCode, `logon-id-${string}`>;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * What keeps a name from being the logon ID (sAMAccountName) of a new account; null: nothing. Of several problems the
 * first, by the order: missing, a character it may not hold, a space or dot at an end, too long.
 */
export function logonIdProblem(logonId: string): LogonIdProblem | null {
  if (logonId.trim() === '') return { code: 'logon-id-missing', values: {} };
  const illegal = [...logonId].find(isIllegal);
  if (illegal !== undefined) return { code: 'logon-id-character', values: { character: shown(illegal) } };
  const edge = /^[ .]/.exec(logonId)?.[0] ?? /[ .]$/.exec(logonId)?.[0];
  if (edge !== undefined) return { code: 'logon-id-edge', values: { character: shown(edge) } };
  return logonId.length > LOGON_ID_LIMIT
    ? { code: 'logon-id-too-long', values: { limit: `${LOGON_ID_LIMIT}` } }
    : null;
}

/** The nearest name that can be a logon ID, for what the wizard itself proposes; '' where nothing of it can stay. */
export function asLogonId(name: string): string {
  const legal = [...name].map((character) => (isIllegal(character) ? '_' : character)).join('');
  const made = legal
    .replace(/^[ .]+/, '')
    .slice(0, LOGON_ID_LIMIT)
    .replace(/[ .]+$/, '');
  return made.trim() === '' ? '' : made;
}
