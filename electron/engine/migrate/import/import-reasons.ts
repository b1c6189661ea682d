import { documented, modelled } from '../../../../shared/evidence.ts';

/** Why a run from a foreign source did what it did with an account, as far as the run itself decides it. */
export const IMPORT_REASONS = {
  noMailbox: {
    rule: 'import-no-mailbox',
    ...documented('SDK dsignapp_7m5v'),
  },
  filesUnreachable: {
    rule: 'import-files-unreachable',
    ...modelled(
      'The lab keeps migration files as real ones; what the original says of a lost directory is not documented',
    ),
  },
} as const;
