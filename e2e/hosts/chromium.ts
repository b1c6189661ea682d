import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, type Page, type Route, chromium } from '@playwright/test';
import { readArguments } from '../../electron/app/arguments.ts';
import { bundleFile } from '../../electron/app/bundle-path.ts';
import { type EnginePort, createEngineClient } from '../../electron/app/engine-client.ts';
import { openFirstLab } from '../../electron/app/first-lab.ts';
import { createLabs } from '../../electron/app/labs.ts';
import { readLicences } from '../../electron/app/licences.ts';
import { createKeeper } from '../../electron/app/preferences-file.ts';
import { readRecent, writeRecent } from '../../electron/app/recent-file.ts';
import { createHandlers } from '../../electron/ipc/handlers.ts';
import { createPublisher } from '../../electron/ipc/publish.ts';
import { type ServeOptions, answer } from '../../electron/ipc/serve.ts';
import type { Channel, News, WizardContext } from '../../shared/ipc/app-commands.ts';
import { APP_ORIGIN, HEADER_POLICY } from '../../shared/ipc/content-policy.ts';
import type { EngineMessage } from '../../shared/ipc/engine-messages.ts';
import { CONSOLE_SIZE, WIZARD_SIZE } from '../../shared/ipc/window-sizes.ts';
import { findChromium } from '../../scripts/system.mjs';
import {
  DISTURBED,
  type DialogAnswers,
  type Disturbance,
  type Host,
  type StartOptions,
  until,
} from './host.ts';

/*
 * The app in Debian's Chromium where no Electron can be had: the same pages, the same serve table and the same engine
 * (as a child process); windows are browser pages, dialogs the spec's answers. Nothing is fetched: every request is
 * answered from the built bundle.
 */

const ORIGIN = 'http://bundle.localhost';
const built = path.resolve('out');

function startEngineChild(): EnginePort & { readonly child: ChildProcess } {
  const child = fork(path.join(built, 'main', 'engine.js'), [], { serialization: 'advanced' });
  return {
    child,
    post: (request) => void child.send(request),
    onMessage: (listener) => void child.on('message', (message) => listener(message as EngineMessage)),
    onExit: (listener) => void child.on('exit', (code) => listener(code ?? 1)),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The page's side of the bridge, run in the page before its own scripts. */
function bridgeScript(): void {
  const listeners = new Map<string, Set<(news: unknown) => void>>();
  const page = window as unknown as Record<string, unknown> & {
    __ask(name: string, input: unknown): Promise<unknown>;
  };
  page.__tell = (channel: string, news: unknown) => {
    for (const listener of listeners.get(channel) ?? []) listener(news);
  };
  page.bridge = {
    ask: (name: string, input: unknown) => page.__ask(name, input),
    on: (channel: string, listener: (news: unknown) => void) => {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      return () => all.delete(listener);
    },
  };
}

async function serveBundle(route: Route): Promise<void> {
  const address = route.request().url().replace(ORIGIN, APP_ORIGIN);
  const found = bundleFile(path.join(built, 'renderer'), address);
  if (found === null || !existsSync(found.file)) return await route.fulfill({ status: 404 });
  await route.fulfill({
    body: readFileSync(found.file),
    contentType: found.type,
    headers: { 'content-security-policy': HEADER_POLICY },
  });
}

interface Pages {
  all(): readonly Page[];
  idOf(page: Page): number;
  open(name: string, context: WizardContext | null): Promise<Page>;
  contextOf(windowId: number): WizardContext | null;
  close(windowId: number): void;
}

function createPages(browser: BrowserContext): Pages {
  const windows = new Map<number, { readonly page: Page; readonly context: WizardContext | null }>();
  let nextId = 1;
  return {
    all: () => [...windows.values()].map((each) => each.page),
    idOf: (page) => [...windows].find(([, each]) => each.page === page)?.[0] ?? 0,
    open: async (name, context) => {
      const page = await browser.newPage();
      const id = nextId++;
      windows.set(id, { page, context });
      page.on('close', () => windows.delete(id));
      await page.setViewportSize(context === null ? CONSOLE_SIZE : WIZARD_SIZE);
      await page.goto(`${ORIGIN}/${name}`);
      return page;
    },
    contextOf: (windowId) => windows.get(windowId)?.context ?? null,
    close: (windowId) => void windows.get(windowId)?.page.close(),
  };
}

/** Starts the app in Chromium, with a data folder of its own. */
export async function startChromium({ args = [], dataFolder }: StartOptions): Promise<Host> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium here');
  const launched = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const browser = await launched.newContext({ viewport: CONSOLE_SIZE });
  const pages = createPages(browser);
  const answers: DialogAnswers = { open: null, save: null, mail: [] };
  let engineChild: ChildProcess | null = null;

  const publish = createPublisher({
    send: (channel, news) => {
      for (const page of pages.all()) {
        const tell = page.evaluate(
          ([toChannel, told]) =>
            (window as unknown as { __tell(a: unknown, b: unknown): void }).__tell(toChannel, told),
          [channel, news],
        );
        // A page that closes in between has nothing to be told.
        tell.catch(() => undefined);
      }
    },
    now: () => performance.now(),
    later: (work, ms) => setTimeout(work, ms),
  });
  const engine = createEngineClient({
    start: () => {
      const port = startEngineChild();
      engineChild = port.child;
      return port;
    },
    onNews: (message) => {
      if (message.kind === 'log') return void process.stderr.write(`${message.text}\n`);
      const { kind, ...news } = message;
      publish<Channel>(kind, news as News<Channel>);
    },
    onRestart: (reason) => void labs.reopenAll().then(() => publish('engine-restarted', { reason })),
    onGivenUp: (reason) => labs.reportProblem(reason),
  });
  const keeper = createKeeper(path.join(dataFolder, 'preferences.json'));
  const recentFile = path.join(dataFolder, 'recent-labs.json');
  const labs = createLabs({
    engine,
    recent: readRecent(recentFile),
    saveRecent: (files) => writeRecent(recentFile, files),
    newToken: () => randomBytes(16).toString('hex'),
    canonical: (file) => path.resolve(file),
    display: (file) => file,
    onChange: (state) => publish('labs', state),
  });
  const handlers = createHandlers({
    info: {
      name: 'Migration Wizard Lab',
      version: '0',
      electron: '',
      chrome: launched.version(),
      node: '',
      standIn: true,
    },
    engine,
    labs,
    dialogs: {
      chooseLabToOpen: async () => answers.open,
      chooseLabToMake: async () => answers.save,
      chooseExport: async () => answers.save,
      chooseMail: async () => answers.mail,
    },
    windows: {
      openWizard: (lab, mode) => void pages.open('wizard.html', { ...lab, mode }),
      wizardContext: pages.contextOf,
      close: pages.close,
    },
    exists: existsSync,
    showFolder: async () => ({ ok: true, value: {} }),
    licences: () => readLicences(path.join(built, 'licences.json')),
    openLink: async () => ({ ok: true, value: {} }),
    preferences: keeper.preferences,
    setPreferences: keeper.setPreferences,
    tell: publish,
  });
  const serving: ServeOptions = {
    handlers,
    origin: ORIGIN,
    logBug: (text) => process.stderr.write(`${text}\n`),
  };

  await browser.route('**/*', serveBundle);
  let disturbance: Disturbance | null = null;
  await browser.exposeBinding('__ask', ({ page, frame }, name: unknown, input: unknown) => {
    if (String(name).startsWith('lab:') && disturbance === 'fail') return DISTURBED;
    if (String(name).startsWith('lab:') && disturbance === 'wait') return new Promise(() => undefined);
    return answer(
      serving,
      { windowId: pages.idOf(page), url: frame.url(), isTopFrame: frame === page.mainFrame() },
      name,
      input,
    );
  });
  await browser.addInitScript(bridgeScript);

  const asked = readArguments(args);
  await pages.open('console.html', null);
  const started = openFirstLab(asked.lab, path.join(dataFolder, 'labs'), engine, labs).then(async (lab) => {
    if (lab !== null && asked.wizard !== null)
      await pages.open('wizard.html', { ...lab, mode: asked.wizard });
  });
  const named = (name: string, nth: number): Promise<Page> =>
    until(name, () => pages.all().filter((page) => page.url().endsWith(`/${name}`))[nth]);

  return {
    kind: 'chromium',
    console: () => named('console.html', 0),
    wizard: (nth = 0) => named('wizard.html', nth),
    capture: async (page, file) => void (await page.screenshot({ path: file })),
    disturb: async (how) => {
      disturbance = how;
    },
    tellChanged: async (lab) => publish('lab-changed', { lab }),
    answerDialogs: async (given) => void Object.assign(answers, given),
    preferences: async () => [],
    load: async () => undefined,
    handOver: async () => undefined,
    crash: async () => Promise.reject(new Error('only Electron crashes so')),
    watchRequests: async () => async () => [],
    watchLinks: async () => async () => [],
    crashEngine: async () => void engineChild?.kill('SIGKILL'),
    stop: async () => {
      await started;
      await engine.stop(5_000);
      await launched.close();
    },
  };
}
