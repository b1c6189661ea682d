import type { Result } from '../../shared/result.ts';
import { StoreFault } from './store/store-fault.ts';

export type Answer<T> = Result<T> | Promise<Result<T>>;

/** Runs work on a lab; disk, lock and file errors come back as a Failure, bugs stay exceptions. */
export async function guarded<T>(work: () => Answer<T>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault) return { ok: false, failure: error.failure };
    throw error;
  }
}
