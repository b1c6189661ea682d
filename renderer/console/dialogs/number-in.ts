/** A whole number within limits, or null. */
export function numberIn(typed: string, low: number, high: number): number | null {
  if (!/^\d{1,16}$/.test(typed.trim())) return null;
  const value = Number(typed);
  return value >= low && value <= high ? value : null;
}
