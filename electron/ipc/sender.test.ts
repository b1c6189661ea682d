import type { IpcMainInvokeEvent } from 'electron';
import { expect, it } from 'vitest';
import { senderOf } from './sender.ts';
import { isTrusted } from './serve.ts';

const url = 'app://bundle/console.html';

function trusted(senderFrame: unknown): boolean {
  const event = { sender: { id: 7 }, senderFrame } as unknown as IpcMainInvokeEvent;
  expect(senderOf(event).windowId).toBe(7);
  return isTrusted(senderOf(event), 'app://bundle');
}

it('trusts our page in its own top frame', () => expect(trusted({ url, parent: null })).toBe(true));

it.each([
  ['a frame within our page, even of our origin', { url, parent: { url } }],
  ['a top frame of another origin', { url: 'https://example.com/', parent: null }],
  ['a frame that is gone', null],
])('trusts not %s', (_, frame) => expect(trusted(frame)).toBe(false));
