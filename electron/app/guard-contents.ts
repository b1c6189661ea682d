import type { WebContents } from 'electron';
import { APP_ORIGIN } from '../../shared/ipc/content-policy.ts';

interface Leaving {
  readonly url: string;
  preventDefault(): void;
}

/** Keeps one page where it is: nothing foreign is loaded, no window is opened by it, nothing is embedded in it. */
export function guardContents(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  const deny = (event: Leaving): void => {
    if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  };
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
