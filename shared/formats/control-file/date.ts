/** A date of a control file, YYYYMMDDHHMMSS (Q198957), in milliseconds since 1970 as if it were UTC; null: no such moment. */
export function parseControlDate(text: string): number | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second, 0);
  const same =
    at.getUTCFullYear() === year &&
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    at.getUTCHours() === hour &&
    at.getUTCMinutes() === minute &&
    at.getUTCSeconds() === second;
  return same ? at.getTime() : null;
}

/** The other way; fractions of a second are left out. Years 0 to 9999. */
export function printControlDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace(/\D/g, '');
}
