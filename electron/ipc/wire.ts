import { type BrowserWindow, ipcMain } from 'electron';
import type { Channel } from '../../shared/ipc/app-commands.ts';
import { ASK_CHANNEL, NEWS_CHANNEL } from '../../shared/ipc/bridge.ts';
import { senderOf } from './sender.ts';
import { type ServeOptions, answer } from './serve.ts';

/** Serves every command on the one channel that pages ask on. */
export function serve(options: ServeOptions): void {
  ipcMain.handle(ASK_CHANNEL, (event, name: unknown, input: unknown) =>
    answer(options, senderOf(event), name, input),
  );
}

/** Delivers news to every window that is still there. */
export function sendToAll(windows: readonly BrowserWindow[], channel: Channel, news: unknown): void {
  for (const window of windows) {
    if (!window.isDestroyed()) window.webContents.send(NEWS_CHANNEL, channel, news);
  }
}
