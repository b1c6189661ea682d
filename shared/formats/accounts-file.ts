/** One account of an accounts file, and the line on which it stands, from 1. */
export interface ListedAccount {
  readonly name: string;
  readonly line: number;
}

export interface AccountsFile {
  readonly accounts: readonly ListedAccount[];
  /** Names that stood there before, in any case; they count once. */
  readonly repeated: readonly ListedAccount[];
}

/**
 * An accounts file: one account a line, written as the account page of the wizard shows it (Q198957), for an Exchange
 * source one alias a line, of any number of lines (KB883408). Blank lines and blanks around a name do not count (modelled).
 */
export function parseAccountsFile(text: string): AccountsFile {
  const accounts: ListedAccount[] = [];
  const repeated: ListedAccount[] = [];
  const seen = new Set<string>();
  text.split(/\r\n|\n|\r/).forEach((written, index) => {
    const name = written.trim();
    if (name === '') return;
    const listed = { name, line: index + 1 };
    const key = name.toLowerCase();
    (seen.has(key) ? repeated : accounts).push(listed);
    seen.add(key);
  });
  return { accounts, repeated };
}

/** The text of an accounts file; lines end in CR LF (Q198957). */
export function printAccountsFile(names: readonly string[]): string {
  return names.map((name) => `${name}\r\n`).join('');
}
