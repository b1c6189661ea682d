import type { App } from 'electron';

export interface OpenFiles {
  /** The file that was opened before anybody listened, or null; the last one of several. */
  first(): string | null;
  /** Hands on every file that is opened from now on. */
  listen(open: (file: string) => void): void;
}

/**
 * Files that macOS hands to the app by an event instead of its command line: at its start before it is ready, and later
 * while it runs. To be called before the app is ready.
 */
export function collectOpenFiles(app: Pick<App, 'on'>): OpenFiles {
  let waiting: string | null = null;
  let listener: ((file: string) => void) | null = null;
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (listener === null) waiting = file;
    else listener(file);
  });
  return {
    first: () => waiting,
    listen: (open) => {
      listener = open;
    },
  };
}
