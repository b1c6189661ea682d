import type { IpcMainInvokeEvent } from 'electron';
import type { Sender } from './shell.ts';

/** Who sent an event: the page, and whether it asks itself or a frame inside it does. */
export function senderOf(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): Sender {
  // Null once the frame is gone; such a sender is nobody's and is not trusted.
  const frame = event.senderFrame;
  return {
    windowId: event.sender.id,
    url: frame?.url ?? '',
    isTopFrame: frame !== null && frame.parent === null,
  };
}
