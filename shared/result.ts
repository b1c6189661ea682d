/** An expected failure, as data. `code` is stable and tested; `message` is one sentence: what, where, what to do. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(
  code: string,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): Result<T> {
  return { ok: false, failure: details === undefined ? { code, message } : { code, message, details } };
}

/** Marks a union as exhausted: a new member makes the call a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
