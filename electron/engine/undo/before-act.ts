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
    default:
      return null;
  }
}
