import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { encodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { printField } from '../../../shared/formats/migration-files/fields.ts';
import { realPath } from '../server/lab-files.ts';
import { asStoreFault } from '../store/store-fault.ts';
import type { ImportContext } from './import-context.ts';
import { accountPassword } from './nt-account.ts';

/** The file's name is documented (Q200004); its place and layout are modelled. */
export const ACCOUNTS_PASSWORD = 'C:\\exchsrvr\\bin\\Accounts.password';

/** Adds the passwords of new accounts to `Accounts.password`, the one place where they stand. Throws StoreFault. */
export function writeAccountPasswords(context: ImportContext, accounts: readonly string[]): void {
  if (accounts.length === 0) return;
  const real = realPath(context.lab, ACCOUNTS_PASSWORD);
  if (!real.ok) throw new Error(real.failure.message);
  const lines = accounts.map(
    (account) => `${printField(account)},${printField(accountPassword(context, account))}\r\n`,
  );
  try {
    mkdirSync(dirname(real.value), { recursive: true });
    // A run that was stopped between this file and its journal writes it again.
    const there = existsSync(real.value) ? readFileSync(real.value, 'latin1') : '';
    const missing = lines.filter((line) => !there.includes(line));
    appendFileSync(real.value, encodeText(1252, missing.join('')).bytes, { mode: 0o600 });
  } catch (error) {
    throw asStoreFault(error, real.value);
  }
}
