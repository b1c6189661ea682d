import { BrowserWindow, type BrowserWindowConstructorOptions, nativeImage, screen } from 'electron';
import type { OpenLab, WizardContext } from '../../shared/ipc/app-commands.ts';
import { APP_ORIGIN } from '../../shared/ipc/content-policy.ts';
import type { Mode } from '../../shared/lab/run-plan.ts';
import type { Windows } from '../ipc/shell.ts';
import iconData from '../../resources/icons/window.png?inline';
import { WIZARD_SIZE } from '../../shared/ipc/window-sizes.ts';
import type { Keeper } from './preferences-file.ts';
import { consoleOptions, wizardOptions } from './window-options.ts';
import { placeOnDisplays } from './window-place.ts';

export interface AppWindows extends Windows {
  /** Opens the main window, or brings it to the front. */
  openConsole(): void;
  /** Makes everything in every window larger or smaller, in per cent; the wizard's window grows with its page. */
  setTextSize(percent: number): void;
  all(): readonly BrowserWindow[];
  /** The window whose page has this id. */
  byId(windowId: number): BrowserWindow | null;
}

/** How long a window has to stand still before its place is kept, ms. */
const SETTLED_MS = 400;

/** Puts a window where it stood last time, where that is on a display; a window of fixed size keeps its own. */
function putBack(window: BrowserWindow, keeper: Keeper, kind: 'console' | 'wizard'): void {
  const kept = keeper.place(kind);
  if (kept === null) return;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const place = placeOnDisplays(kept, areas);
  if (place === null) return;
  if (kind === 'wizard') window.setPosition(place.x, place.y);
  else window.setBounds(place);
  if (kept.maximized && kind === 'console') window.maximize();
}

/** Keeps where a window stands: once it stands still, and when it closes. */
function followPlace(window: BrowserWindow, keeper: Keeper, kind: 'console' | 'wizard'): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || !window.isVisible()) return;
    keeper.setPlace(kind, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED_MS);
  };
  window.on('move', later);
  window.on('resize', later);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(timer));
}

/** Makes the main window larger or smaller with its text, as far as its display has room; its corner stays if it can. */
function growBy(window: BrowserWindow, ratio: number): void {
  if (window.isMaximized() || window.isFullScreen()) return;
  const bounds = window.getBounds();
  const area = screen.getDisplayMatching(bounds).workArea;
  const width = Math.min(Math.round(bounds.width * ratio), area.width);
  const height = Math.min(Math.round(bounds.height * ratio), area.height);
  window.setBounds({
    x: Math.max(area.x, Math.min(bounds.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(bounds.y, area.y + area.height - height)),
    width,
    height,
  });
}

function open(
  page: string,
  options: BrowserWindowConstructorOptions,
  keeper: Keeper,
  kind: 'console' | 'wizard',
): BrowserWindow {
  const zoomFactor = keeper.preferences().textSize / 100;
  const webPreferences = { ...options.webPreferences, zoomFactor };
  const window = new BrowserWindow({
    ...options,
    icon: nativeImage.createFromDataURL(iconData),
    webPreferences,
  });
  putBack(window, keeper, kind);
  followPlace(window, keeper, kind);
  window.webContents.on('did-finish-load', () =>
    window.webContents.setZoomFactor(keeper.preferences().textSize / 100),
  );
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
export function createWindows(preload: string, keeper: Keeper): AppWindows {
  let consoleWindow: BrowserWindow | null = null;
  const wizards = new Map<BrowserWindow, WizardContext>();

  const all = (): readonly BrowserWindow[] => BrowserWindow.getAllWindows();
  const byId = (windowId: number): BrowserWindow | null =>
    all().find((window) => window.webContents.id === windowId) ?? null;

  let textSize = keeper.preferences().textSize as number;
  const factor = (): number => keeper.preferences().textSize / 100;

  const openWizard = (lab: OpenLab, mode: Mode): void => {
    for (const [window, context] of wizards) {
      if (context.lab === lab.lab && context.mode === mode) {
        bringForward(window);
        return;
      }
    }
    const window = open('wizard.html', wizardOptions(preload, factor()), keeper, 'wizard');
    wizards.set(window, { ...lab, mode });
    window.on('closed', () => wizards.delete(window));
  };

  return {
    openConsole: () => {
      if (consoleWindow !== null) {
        bringForward(consoleWindow);
        return;
      }
      consoleWindow = open('console.html', consoleOptions(preload), keeper, 'console');
      consoleWindow.on('closed', () => {
        consoleWindow = null;
      });
    },
    openWizard,
    setTextSize: (percent) => {
      const ratio = percent / textSize;
      textSize = percent;
      for (const window of all()) {
        window.webContents.setZoomFactor(percent / 100);
        if (!wizards.has(window)) {
          growBy(window, ratio);
          continue;
        }
        // A window that cannot be resized by hand cannot be by the app either, on some desktops.
        window.setResizable(true);
        window.setContentSize(
          Math.round((WIZARD_SIZE.width * percent) / 100),
          Math.round((WIZARD_SIZE.height * percent) / 100),
        );
        window.setResizable(false);
      }
    },
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
