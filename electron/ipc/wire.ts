import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Channel } from '../../shared/ipc/app-commands.ts';
import { ASK_CHANNEL, NEWS_CHANNEL } from '../../shared/ipc/bridge.ts';
import { type ServeOptions, answer } from './serve.ts';
import type { Sender } from './shell.ts';

function senderOf(event: IpcMainInvokeEvent): Sender {
  // Null once the frame is gone; such a sender is nobody's and is not trusted.
  const frame = event.senderFrame;
  return {
    windowId: event.sender.id,
    url: frame?.url ?? '',
    isTopFrame: frame !== null && frame.parent === null,
  };
}

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
