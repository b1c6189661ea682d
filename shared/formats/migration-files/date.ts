const PATTERN = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/**
 * YYYYMMDDHHMMSS (SDK 6qnn) as lab-clock milliseconds; null: no such moment. That the digits are the lab clock's own, and
 * not some time zone's, is modelled: no source says.
 */
export function parseMigrationDate(text: string): number | null {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = PATTERN.exec(text) ?? [];
  if (year === '') return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second), 0);
  return printMigrationDate(date.getTime()) === text ? date.getTime() : null;
}

/** Whole seconds; what lies behind them is lost. A year that four digits cannot say is a bug. */
export function printMigrationDate(at: number): string {
  const date = new Date(Math.floor(at / 1000) * 1000);
  const pad = (number: number, width: number): string => String(number).padStart(width, '0');
  return (
    pad(date.getUTCFullYear(), 4) +
    pad(date.getUTCMonth() + 1, 2) +
    pad(date.getUTCDate(), 2) +
    pad(date.getUTCHours(), 2) +
    pad(date.getUTCMinutes(), 2) +
    pad(date.getUTCSeconds(), 2)
  );
}
