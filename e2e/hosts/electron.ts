import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, type Page, _electron } from '@playwright/test';
import { electronSwitches, findElectron } from '../../scripts/runtime.mjs';
import { ASK_CHANNEL, NEWS_CHANNEL } from '../../shared/ipc/bridge.ts';
import {
  type Crashed,
  DISTURBED,
  type DialogAnswers,
  type Disturbance,
  type Host,
  type StartOptions,
  until,
} from './host.ts';

/** The Electron to test, or null: the packaged app where one is named, else the runtime with the built app. */
export function electronProgram(): { program: string; args: readonly string[] } | null {
  const packaged = process.env.MWL_PACKAGED_APP;
  if (packaged) return { program: packaged, args: [] };
  const electron = findElectron();
  return electron === null ? null : { program: electron.program, args: [process.cwd()] };
}

function pageNamed(app: ElectronApplication, name: string, nth: number): Promise<Page> {
  return until(`${name}`, () => app.windows().filter((page) => page.url().endsWith(`/${name}`))[nth]);
}

/** Puts the answers in place of the system's dialogs, in the main process. */
async function replaceDialogs(app: ElectronApplication, answers: Partial<DialogAnswers>): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    const asFiles = (files: readonly string[]) => ({ canceled: files.length === 0, filePaths: [...files] });
    dialog.showOpenDialog = async (...args: unknown[]) => {
      const options = args.at(-1) as { title?: string };
      const isMail = options.title?.startsWith('Import') === true;
      return asFiles(isMail ? (given.mail ?? []) : given.open ? [given.open] : []);
    };
    dialog.showSaveDialog = async () => ({ canceled: !given.save, filePath: given.save ?? '' });
  }, answers);
}

/** Electron's own picture: Playwright's is cut off at the size that the page had at 100 %. */
async function capture(app: ElectronApplication, page: Page, file: string): Promise<void> {
  const window = await app.browserWindow(page);
  const png = await window.evaluate(async ({ webContents }) => {
    const image = await webContents.capturePage();
    return image.toPNG().toString('base64');
  });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(png, 'base64'));
}

/** Stands between the pages and the handler of their questions; Electron itself keeps handlers in this map. */
async function disturb(app: ElectronApplication, how: Disturbance | null): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, [channel, wanted, failure]) => {
      type Handler = (event: unknown, name: string, input: unknown) => unknown;
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
      const kept = globalThis as unknown as { undisturbed?: Handler };
      const original = kept.undisturbed ?? handlers.get(channel);
      if (original === undefined) throw new Error('this Electron keeps its handlers elsewhere');
      kept.undisturbed = original;
      handlers.set(channel, (event, name, input) => {
        if (!name.startsWith('lab:') || wanted === null) return original(event, name, input);
        return wanted === 'fail' ? failure : new Promise(() => undefined);
      });
    },
    [ASK_CHANNEL, how, DISTURBED] as const,
  );
}

async function crash(app: ElectronApplication, what: 'page' | 'app'): Promise<Crashed> {
  const exit = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow, dialog }, which) => {
    const kept = globalThis as unknown as { boxes: string[] };
    kept.boxes = [];
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { message, detail } = args.at(-1) as { message: string; detail?: string };
      kept.boxes.push(`${message} ${detail ?? ''}`);
      return { response: 0, checkboxChecked: false };
    };
    dialog.showErrorBox = (_title, content) => void kept.boxes.push(content);
    if (which === 'page') BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    else
      setTimeout(() => {
        throw new Error('a crash for a test');
      });
  }, what);
  return {
    boxes: () => app.evaluate(() => (globalThis as unknown as { boxes: string[] }).boxes),
    titles: () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.webContents.getTitle()),
      ),
    exit: () => exit,
    end: async () => {
      app.process().kill('SIGTERM');
      await exit;
    },
  };
}

/** Starts the app in Electron, with a data folder of its own. */
export async function startElectron({ args = [], dataFolder, program }: StartOptions): Promise<Host> {
  const found = electronProgram();
  if (found === null) throw new Error('there is no Electron here; npm run setup fetches one');
  const app = await _electron.launch({
    executablePath: program ?? found.program,
    args: [...electronSwitches(), `--user-data-dir=${dataFolder}`, ...found.args, ...args],
    env: { ...process.env, NODE_ENV: 'production' } as Record<string, string>,
  });
  app.process().stderr?.on('data', (part: Buffer) => {
    if (process.env.MWL_SHOW_LOG) process.stderr.write(part);
  });
  return {
    kind: 'electron',
    console: () => pageNamed(app, 'console.html', 0),
    wizard: (nth = 0) => pageNamed(app, 'wizard.html', nth),
    capture: (page, file) => capture(app, page, file),
    disturb: (how) => disturb(app, how),
    tellChanged: (lab) =>
      app.evaluate(
        ({ BrowserWindow }, [channel, changed]) => {
          for (const window of BrowserWindow.getAllWindows())
            window.webContents.send(channel, 'lab-changed', { lab: changed });
        },
        [NEWS_CHANNEL, lab] as const,
      ),
    answerDialogs: (answers) => replaceDialogs(app, answers),
    preferences: () =>
      app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map((each) => {
          // Not in the types: what the page was started with.
          const { getLastWebPreferences: last } = each as unknown as {
            getLastWebPreferences(): Record<string, unknown>;
          };
          return { ...last.call(each) };
        }),
      ),
    load: (address) =>
      app.evaluate(async ({ BrowserWindow }, url) => {
        await BrowserWindow.getAllWindows()[0]
          ?.loadURL(url)
          .catch(() => undefined);
      }, address),
    watchRequests: async () => {
      await app.evaluate(({ BrowserWindow, session }) => {
        const kept = globalThis as unknown as { asked: string[] };
        kept.asked = [];
        session.defaultSession.webRequest.onBeforeRequest(({ url }, go) => {
          if (!/^(app:\/\/bundle\/|devtools:)/.test(url)) kept.asked.push(url);
          go({});
        });
        for (const { webContents } of BrowserWindow.getAllWindows())
          webContents.on('did-start-navigation', ({ url }) => void kept.asked.push(url));
      });
      return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    },
    watchLinks: async () => {
      await app.evaluate(({ shell }) => {
        const kept = globalThis as unknown as { addresses: string[] };
        kept.addresses = [];
        shell.openExternal = async (address) => void kept.addresses.push(address);
      });
      return () => app.evaluate(() => (globalThis as unknown as { addresses: string[] }).addresses);
    },
    handOver: (file) =>
      app.evaluate(({ app: electronApp }, opened) => {
        electronApp.emit('open-file', { preventDefault: () => undefined }, opened);
      }, file),
    crash: (what) => crash(app, what),
    crashEngine: async () => {
      await app.evaluate(({ app: electronApp }) => {
        const engine = electronApp
          .getAppMetrics()
          .find((each) => each.name === 'Migration Wizard Lab engine');
        if (engine !== undefined) process.kill(engine.pid, 'SIGKILL');
      });
    },
    stop: () => app.close(),
  };
}
