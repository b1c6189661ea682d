import type { Command, CommandInput, CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { Act } from '../../shared/underneath/from-act.ts';

/** What was asked of which lab, as the pane underneath tells it; null: nothing happened to a lab. */
export function actOf(
  name: Command,
  given: unknown,
  answered: unknown,
): { readonly lab: string; readonly act: Act } | null {
  // The contract ties each name to its input and answer; only the generic cannot see it here.
  switch (name) {
    case 'lab:deliver':
    case 'lab:logon': {
      const { lab, mailbox, at } = given as CommandInput<'lab:deliver'>;
      const { initialized } = answered as CommandOutput<'lab:deliver'>;
      const kind = name === 'lab:deliver' ? 'deliver' : 'logon';
      return { lab, act: { kind, alias: mailbox, initialized, planned: at !== undefined } };
    }
    case 'lab:server': {
      const { lab, set } = given as CommandInput<'lab:server'>;
      return { lab, act: { kind: 'server', setting: set } };
    }
    case 'lab:purge': {
      const { lab, mailbox } = given as CommandInput<'lab:purge'>;
      const { deleted } = answered as CommandOutput<'lab:purge'>;
      return { lab, act: { kind: 'purge', alias: mailbox, deleted: deleted.length } };
    }
    case 'lab:fix': {
      const { lab, install } = given as CommandInput<'lab:fix'>;
      return { lab, act: { kind: 'fix', id: install } };
    }
    case 'lab:exprofre': {
      const { lab, user } = given as CommandInput<'lab:exprofre'>;
      return { lab, act: { kind: 'exprofre', alias: user } };
    }
    case 'lab:undo': {
      const { lab } = given as CommandInput<'lab:undo'>;
      const { wentTo } = answered as CommandOutput<'lab:undo'>;
      return wentTo === null ? null : { lab, act: { kind: 'undo', number: wentTo } };
    }
    case 'lab:outlook': {
      const { lab, user } = given as CommandInput<'lab:outlook'>;
      const { steps } = answered as CommandOutput<'lab:outlook'>;
      return { lab, act: { kind: 'outlook', alias: user, steps } };
    }
    case 'run:control': {
      const { lab, action } = given as CommandInput<'run:control'>;
      return { lab, act: { kind: 'control', action } };
    }
    default:
      return null;
  }
}
