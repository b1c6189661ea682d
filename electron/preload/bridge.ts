import { contextBridge, ipcRenderer } from 'electron';
import { ASK_CHANNEL, BRIDGE, type Bridge, NEWS_CHANNEL } from '../../shared/ipc/bridge.ts';

/*
 * The whole of what a page can reach: ask and on. No event object leaks, no channel is chosen by the page, and
 * whatever is asked is checked against its schema in the main process.
 */

type Listener = (news: never) => void;
const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on(NEWS_CHANNEL, (_event, channel: string, news: unknown) => {
  for (const listener of listeners.get(channel) ?? []) listener(news as never);
});

const bridge: Bridge = {
  ask: (name, input) => ipcRenderer.invoke(ASK_CHANNEL, name, input),
  on: (channel, listener) => {
    const all = listeners.get(channel) ?? new Set<Listener>();
    listeners.set(channel, all.add(listener));
    return () => {
      all.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld(BRIDGE, bridge);
