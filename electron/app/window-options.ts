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

/** The wizard's window: its page has one size, times the text size, and so has the window. */
export function wizardOptions(preload: string, factor = 1): BrowserWindowConstructorOptions {
  return {
    ...common(preload),
    width: Math.round(WIZARD_SIZE.width * factor),
    height: Math.round(WIZARD_SIZE.height * factor),
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    title: 'Migration Wizard',
  };
}
