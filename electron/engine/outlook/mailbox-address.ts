import type { Lab } from '../store/lab.ts';

/** The primary SMTP address of a directory object, or its alias where it has none. */
export function mailboxAddress(lab: Lab, objectId: number): string {
  return (
    lab.get<{ address: string }>(
      "SELECT address FROM proxy_address WHERE object_id = ? AND kind = 'SMTP' ORDER BY address LIMIT 1",
      objectId,
    )?.address ??
    lab.get<{ alias: string }>('SELECT alias FROM directory_object WHERE id = ?', objectId)?.alias ??
    ''
  );
}
