import type { LabCommand } from '../../../shared/ipc/lab-commands.ts';
import type { About } from './take-undo.ts';

function textOf(input: object, key: string): string {
  const value: unknown = Reflect.get(input, key);
  return typeof value === 'string' ? value : '';
}

/** Which acts of the windows one can go back from, and what is said of them; null: the command only looks. */
export function actOf(command: LabCommand, input: object): About | null {
  switch (command) {
    case 'deliver':
    case 'logon':
    case 'purge':
      return { kind: command, detail: textOf(input, 'mailbox') };
    case 'server':
      return { kind: command, detail: textOf(input, 'set') };
    case 'fix':
      return { kind: command, detail: textOf(input, 'install') };
    case 'exprofre':
      return { kind: command, detail: textOf(input, 'user') };
    case 'file':
      return textOf(input, 'act') === 'list' ? null : about(command, input, 'act', 'path');
    case 'drive':
      return 'letter' in input ? about(command, input, 'letter') : null;
    case 'service':
      return 'name' in input ? about(command, input, 'action', 'name') : null;
    case 'connector':
      return 'do' in input || 'set' in input ? { kind: command, detail: settingName(input) } : null;
    case 'postoffice':
      return 'do' in input ? about(command, input, 'do', 'name', 'set') : null;
    default:
      return null;
  }
}

function about(kind: LabCommand, input: object, ...keys: readonly string[]): About {
  return { kind, detail: keys.map((key) => textOf(input, key)).join(' ') };
}

/** What is set, without its value: it may be a password. */
function settingName(input: object): string {
  return textOf(input, 'do') || textOf(input, 'set').replace(/=.*$/s, '');
}
