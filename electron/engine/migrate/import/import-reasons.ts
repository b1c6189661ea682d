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
  /** Faults that belong to nobody's account are warnings of the run; the log names each. */
  filesFaulty: {
    rule: 'import-files-faulty',
    ...modelled(
      'That errors in the files leave a recovery file is documented, their exit code is not',
      'Q200564',
    ),
  },
} as const;
