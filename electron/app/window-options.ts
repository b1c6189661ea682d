import type { BrowserWindowConstructorOptions } from 'electron';
import { CONSOLE_SIZE, WIZARD_SIZE } from '../../shared/ipc/window-sizes.ts';

function common(preload: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    useContentSize: true,
    backgroundColor: '#d4d0c8',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  };
}

/** The main window: of any size, down to where its panes still have room. */
export function consoleOptions(preload: string): BrowserWindowConstructorOptions {
  return { ...common(preload), ...CONSOLE_SIZE, title: 'Migration Wizard Lab' };
}

/** The wizard's window: its page has one size, and so has the window. */
export function wizardOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    ...common(preload),
    ...WIZARD_SIZE,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    title: 'Migration Wizard',
  };
}
