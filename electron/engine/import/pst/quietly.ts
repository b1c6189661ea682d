/** Runs work of the reading library, which tells its troubles on the console: they come back to us as errors, and the console is not ours. */
export function quietly<T>(work: () => T): T {
  const host = globalThis.console;
  const { log, error } = host;
  host.log = () => {};
  host.error = () => {};
  try {
    return work();
  } finally {
    host.log = log;
    host.error = error;
  }
}
