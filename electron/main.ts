import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Menu, app } from 'electron';
import type { Channel, News } from '../shared/ipc/app-commands.ts';
import { APP_ORIGIN } from '../shared/ipc/content-policy.ts';
import { text } from '../shared/text/text.ts';
import { type Asked, USAGE, readArguments, readProgram } from './app/arguments.ts';
import { type CrashReports, createCrashReports } from './app/crash-reports.ts';
import { watchCrashes, whereReport } from './app/crashes.ts';
import { createDialogs } from './app/dialogs.ts';
import { type EngineClient, createEngineClient } from './app/engine-client.ts';
import { startEngineProcess } from './app/engine-process.ts';
import { openFirstLab } from './app/first-lab.ts';
import { guardNavigation, guardSession } from './app/guards.ts';
import { appInfo } from './app/info.ts';
import { type AppLabs, createLabs } from './app/labs.ts';
import { type OpenFiles, collectOpenFiles } from './app/open-files.ts';
import { openLink } from './app/open-link.ts';
import { readLicences } from './app/licences.ts';
import { canonicalPath, displayPath, labsFolder, takeDataFolder } from './app/places.ts';
import { createKeeper } from './app/preferences-file.ts';
import { readRecent, writeRecent } from './app/recent-file.ts';
import { registerScheme, serveBundle } from './app/scheme.ts';
import { showFolder } from './app/show-folder.ts';
import { type AppWindows, createWindows } from './app/windows.ts';
import { createHandlers } from './ipc/handlers.ts';
import { type Publish, createPublisher } from './ipc/publish.ts';
import { sendToAll, serve } from './ipc/wire.ts';

/*
 * Boot, as a list of steps: first what has to be said before Electron is ready, then the rest in the order in which
 * each needs the one before. A window is shown before the engine has opened anything.
 */

const ENGINE_GRACE_MS = 5_000;
/** The built app: this file is `main/main.js` of it. */
const built = path.resolve(import.meta.dirname, '..');
const log = (text: string): void => void process.stderr.write(`${text}\n`);

interface App {
  readonly windows: AppWindows;
  readonly engine: EngineClient;
  readonly labs: AppLabs;
  readonly publish: Publish;
}

/** When the first window has its picture, or is gone. */
function untilFirstPicture(): Promise<void> {
  return new Promise((resolve) => {
    app.once('browser-window-created', (_event, window) => {
      window.once('ready-to-show', resolve);
      window.once('closed', resolve);
    });
  });
}

function assemble(reports: CrashReports): App {
  const firstPicture = untilFirstPicture();
  const keeper = createKeeper(path.join(app.getPath('userData'), 'preferences.json'));
  const windows = createWindows(path.join(built, 'preload', 'bridge.cjs'), keeper);
  const publish = createPublisher({
    send: (channel, news) => sendToAll(windows.all(), channel, news),
    now: () => performance.now(),
    later: (work, ms) => setTimeout(work, ms),
  });
  const engine = createEngineClient({
    start: () => startEngineProcess(path.join(built, 'main', 'engine.js'), firstPicture),
    onNews: (message) => {
      if (message.kind === 'log') return log(message.text);
      const { kind, ...news } = message;
      publish<Channel>(kind, news as News<Channel>);
    },
    onRestart: (reason) => {
      const report = whereReport(reports.write({ what: 'engine', detail: reason }));
      const told = text('crash.engine', { reason, report });
      void labs.reopenAll().then(() => publish('engine-restarted', { reason: told }));
    },
    onGivenUp: (reason) => {
      const report = whereReport(reports.write({ what: 'engine', detail: reason }));
      labs.reportProblem(`${reason} It could not be started; install the app again. ${report}`);
    },
  });
  const recentFile = path.join(app.getPath('userData'), 'recent-labs.json');
  const labs = createLabs({
    engine,
    recent: readRecent(recentFile),
    saveRecent: (files) => writeRecent(recentFile, files),
    newToken: () => randomBytes(16).toString('hex'),
    canonical: canonicalPath,
    display: displayPath,
    onChange: (state) => publish('labs', state),
  });
  const dialogs = createDialogs(labsFolder(), windows.byId);
  const handlers = createHandlers({
    info: appInfo(),
    engine,
    labs,
    dialogs,
    windows,
    exists: existsSync,
    showFolder,
    openLink,
    licences: () => readLicences(path.join(built, 'licences.json')),
    preferences: keeper.preferences,
    setPreferences: (changes) => {
      const preferences = keeper.setPreferences(changes);
      if (changes.textSize !== undefined) windows.setTextSize(changes.textSize);
      return preferences;
    },
    tell: publish,
  });
  serve({ handlers, origin: APP_ORIGIN, logBug: log });
  return { windows, engine, labs, publish };
}

/** Does what a command line asks for: this process's own at the start, another one's later. */
async function fulfil({ windows, engine, labs, publish }: App, asked: Asked, folder: string): Promise<void> {
  windows.openConsole();
  const file = asked.lab === null ? null : path.resolve(folder, asked.lab);
  const current = file === null ? labs.state().open.at(-1) : undefined;
  const lab = current ?? (await openFirstLab(file, labsFolder(), engine, labs));
  if (file !== null && lab !== null) publish('lab-handed-over', { lab: lab.lab });
  if (asked.wizard !== null && lab !== null) windows.openWizard(lab, asked.wizard);
}

/** The engine goes last and in order: it cancels its runs and closes its labs. */
function endWithLastWindow(engine: EngineClient): void {
  let engineEnded = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (engineEnded) return;
    event.preventDefault();
    void engine.stop(ENGINE_GRACE_MS).then(() => {
      engineEnded = true;
      app.quit();
    });
  });
}

function beforeReady(): void {
  // As root Chromium only runs without its sandbox; asking for both would end its processes one after the other.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  guardNavigation();
  Menu.setApplicationMenu(null);
}

async function onceReady(asked: Asked, files: OpenFiles): Promise<void> {
  guardSession();
  serveBundle(path.join(built, 'renderer'));
  const reports = createCrashReports({
    folder: path.join(app.getPath('userData'), 'crash-reports'),
    now: Date.now,
    about: [
      `Migration Wizard Lab ${app.getVersion()}`,
      `Electron ${process.versions.electron}`,
      `System: ${process.platform} ${process.arch}`,
    ],
  });
  watchCrashes(reports);
  const started = assemble(reports);
  endWithLastWindow(started.engine);
  app.on('second-instance', (_event, argv, folder) => {
    void fulfil(started, readArguments(argv.slice(1)), folder);
  });
  files.listen((lab) => void fulfil(started, { help: false, wizard: null, lab }, ''));
  await fulfil(started, { ...asked, lab: asked.lab ?? files.first() }, process.cwd());
}

/** A program of the command line, started by its launcher: no window, no single instance, the program's exit code. */
async function bootHeadless({ program, words }: NonNullable<ReturnType<typeof readProgram>>): Promise<void> {
  // Before that, Electron would take Ctrl+C for its own end; the program hears it as Cancel.
  await app.whenReady();
  const { runHeadless } = await import('./cli/headless.ts');
  app.exit(await runHeadless(program, words));
}

function boot(): void {
  const headless = readProgram(process.argv.slice(1));
  if (headless === null) bootWindows();
  else
    bootHeadless(headless).catch((error: unknown) => {
      log(`The program could not be started (${String(error)}): install it again.`);
      app.exit(2);
    });
}

function bootWindows(): void {
  const asked = readArguments(process.argv.slice(1));
  takeDataFolder();
  if (asked.help) {
    process.stdout.write(USAGE);
    app.exit(0);
  } else if (!app.requestSingleInstanceLock()) {
    // The one that runs has been told, and opens what was asked for.
    app.exit(0);
  } else {
    const files = collectOpenFiles(app);
    beforeReady();
    void app.whenReady().then(() => onceReady(asked, files));
  }
}

boot();
