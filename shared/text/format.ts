/** Bytes as people read them: `812 bytes`, `14 KB`, `3.2 MB`. 1 KB is 1,024 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}

/** A whole number with thousands separated by commas. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Lab-clock milliseconds as `2006-06-13 00:21`, in a time zone given in minutes east of UTC. */
export function formatTime(milliseconds: number, utcOffsetMinutes: number): string {
  return new Date(milliseconds + utcOffsetMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** A duration in milliseconds as `0:04:09`. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The day of a time, `yyyy-mm-dd` in UTC, as date fields hold it; empty for none. */
export function dayOf(milliseconds: number | null): string {
  return milliseconds === null ? '' : new Date(milliseconds).toISOString().slice(0, 10);
}

/** The first or last millisecond of a day `yyyy-mm-dd` in UTC; null when it is no date. */
export function timeOfDay(day: string, edge: 'start' | 'end'): number | null {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
  if (Number.isNaN(start)) return null;
  return edge === 'start' ? start : start + 86_400_000 - 1;
}
