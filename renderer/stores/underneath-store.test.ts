import { afterEach, expect, it, vi } from 'vitest';
import type { WizardMoved } from '../../shared/ipc/app-commands.ts';
import { clearUnderneath, followUnderneath, underneathStore } from './underneath-store.ts';

afterEach(() => vi.unstubAllGlobals());

/** The page's side of the bridge, and pictures that are drawn when the test says so. */
function stubWindow() {
  const listeners = new Map<string, (news: WizardMoved) => void>();
  const frames: (() => void)[] = [];
  vi.stubGlobal('window', {
    bridge: {
      ask: async () => ({ ok: false, failure: { code: 'none', message: 'Nobody answers here.' } }),
      on: (channel: string, listener: (news: WizardMoved) => void) => {
        listeners.set(channel, listener);
        return () => listeners.delete(channel);
      },
    },
  });
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  return {
    moved: (page: WizardMoved['page'], pressed: WizardMoved['pressed']) =>
      listeners.get('wizard-moved')?.({ lab: 'lab-1', mode: 'default', page, pressed }),
    drawAll: () => {
      for (let draw = frames.shift(); draw !== undefined; draw = frames.shift()) draw();
    },
  };
}

it('tells what happens while it is still drawing, all of it and once', () => {
  const { moved, drawAll } = stubWindow();
  clearUnderneath();
  const stop = followUnderneath();
  moved('welcome', 'next');
  moved('migration-type', 'page');
  moved('migration-type', 'next');
  drawAll();
  stop();
  const { told } = underneathStore.getState();
  expect(told.map(({ sentence }) => sentence.key)).toEqual([
    'underneath.press.next',
    'underneath.page',
    'underneath.page.migration-type.step',
    'underneath.page.migration-type.protocol',
    'underneath.press.next',
  ]);
});
