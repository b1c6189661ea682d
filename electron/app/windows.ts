import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import type { OpenLab, WizardContext } from '../../shared/ipc/app-commands.ts';
import { APP_ORIGIN } from '../../shared/ipc/content-policy.ts';
import type { Mode } from '../../shared/lab/run-plan.ts';
import type { Windows } from '../ipc/shell.ts';
import { consoleOptions, wizardOptions } from './window-options.ts';

export interface AppWindows extends Windows {
  /** Opens the main window, or brings it to the front. */
  openConsole(): void;
  all(): readonly BrowserWindow[];
  /** The window whose page has this id. */
  byId(windowId: number): BrowserWindow | null;
}

function open(page: string, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow(options);
  // An application menu also answers keys that belong to the wizard (Alt, F10); the windows have none.
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/${page}`);
  return window;
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The app's windows: one console, and a wizard for each lab and mode that one was asked for. */
export function createWindows(preload: string): AppWindows {
  let consoleWindow: BrowserWindow | null = null;
  const wizards = new Map<BrowserWindow, WizardContext>();

  const all = (): readonly BrowserWindow[] => BrowserWindow.getAllWindows();
  const byId = (windowId: number): BrowserWindow | null =>
    all().find((window) => window.webContents.id === windowId) ?? null;

  const openWizard = (lab: OpenLab, mode: Mode): void => {
    for (const [window, context] of wizards) {
      if (context.lab === lab.lab && context.mode === mode) {
        bringForward(window);
        return;
      }
    }
    const window = open('wizard.html', wizardOptions(preload));
    wizards.set(window, { ...lab, mode });
    window.on('closed', () => wizards.delete(window));
  };

  return {
    openConsole: () => {
      if (consoleWindow !== null) {
        bringForward(consoleWindow);
        return;
      }
      consoleWindow = open('console.html', consoleOptions(preload));
      consoleWindow.on('closed', () => {
        consoleWindow = null;
      });
    },
    openWizard,
    wizardContext: (windowId) => {
      const window = byId(windowId);
      return window === null ? null : (wizards.get(window) ?? null);
    },
    // Not close(): the page that asks has already decided, its beforeunload has no say any more.
    close: (windowId) => byId(windowId)?.destroy(),
    all,
    byId,
  };
}
