import type { CommandInput, CommandOutput, PageLabCommand } from '../../shared/ipc/app-commands.ts';
import type { EngineAsk, EngineInput } from '../../shared/ipc/engine-messages.ts';
import { type Result, fail, ok } from '../../shared/result.ts';
import type { Handlers } from './serve.ts';
import type { Shell } from './shell.ts';

type Forwarded =
  | Exclude<PageLabCommand, 'lab:import'>
  | 'run:start'
  | 'run:resume'
  | 'run:control'
  | 'run:pace'
  | 'run:attach';

/** Where a fork goes: beside the lab, under the next free number. `a.mwlab` gives `a 2.mwlab`, then `a 3.mwlab`. */
export function forkName(file: string, exists: (file: string) => boolean): string {
  const stem = file.replace(/\.mwlab$/i, '').replace(/ \d+$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${stem} ${number}.mwlab`;
    if (!exists(name)) return name;
  }
}

function lastPart(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

function notOpen(lab: string): Result<never> {
  return fail('lab-not-open', `There is no open lab ${lab}; open its file again.`);
}

/** Runs both modes on forks of a lab, and opens the forks. */
async function twinOf(
  { engine, labs }: Shell,
  input: CommandInput<'twin:start'>,
): Promise<Result<CommandOutput<'twin:start'>>> {
  const done = await engine.ask('twin:start', input);
  if (!done.ok) return done;
  const report = done.value;
  const merged = await labs.open(report.default.file);
  if (!merged.ok) return merged;
  const cloned = await labs.open(report.clone.file);
  return cloned.ok ? ok({ default: merged.value, clone: cloned.value, report }) : cloned;
}

/** The app's own commands. */
function appHandlers(shell: Shell): Omit<Handlers, Forwarded | 'lab:import'> {
  const { labs, engine, dialogs, windows } = shell;
  return {
    'app:info': () => ok(shell.info),
    'app:licences': () => shell.licences(),
    'labs:list': () => ok(labs.state()),
    'labs:choose-open': async (_, sender) => {
      const file = await dialogs.chooseLabToOpen(sender.windowId);
      return ok(file === null ? null : labs.hand(file));
    },
    'labs:choose-new': async ({ suggested }, sender) => {
      const file = await dialogs.chooseLabToMake(sender.windowId, suggested ?? 'New lab');
      return ok(file === null ? null : labs.hand(file));
    },
    'labs:choose-mail': async ({ folders }, sender) =>
      ok((await dialogs.chooseMail(sender.windowId, folders)).map((file) => labs.hand(file))),
    'labs:open': async ({ token }) => {
      const file = labs.redeem(token);
      return file.ok ? await labs.open(file.value) : file;
    },
    'labs:create': async ({ token, ...wishes }) => {
      const file = labs.redeem(token);
      if (!file.ok) return file;
      return await labs.preparing(lastPart(file.value), async () => {
        const made = await engine.ask('lab:new', { ...wishes, file: file.value });
        if (!made.ok) return made;
        const opened = await labs.open(file.value);
        if (!opened.ok) return opened;
        const { digest, mailboxes, items } = made.value;
        return ok({ ...opened.value, digest, mailboxes, items });
      });
    },
    'labs:copy': async ({ lab }) => {
      const file = labs.fileOf(lab);
      if (file === null) return notOpen(lab);
      const to = forkName(file, shell.exists);
      return await labs.preparing(lastPart(to), async () => {
        const copied = await engine.ask('lab:copy', { lab, to });
        return copied.ok ? await labs.open(to) : copied;
      });
    },
    'labs:close': ({ lab }) => labs.close(lab),
    'labs:show-files': async ({ lab }) => {
      const file = labs.fileOf(lab);
      if (file === null) return notOpen(lab);
      return await shell.showFolder(`${file}.files`);
    },
    'comparison:choose-file': async ({ format, suggested }, sender) => {
      const file = await dialogs.chooseExport(sender.windowId, suggested, format);
      return ok(file === null ? null : labs.hand(file));
    },
    'comparison:export': async ({ token, ...wish }) => {
      const file = labs.redeem(token);
      return file.ok ? await engine.ask('comparison:export', { ...wish, file: file.value }) : file;
    },
    'twin:start': async (input) => {
      const ended = await twinOf(shell, input);
      const { lab } = input;
      if (ended.ok) shell.tell('twin-ended', { lab, done: ended.value, failure: null });
      // The one that goes on has not ended by being asked for twice.
      else if (ended.failure.code !== 'twin-going')
        shell.tell('twin-ended', { lab, done: null, failure: ended.failure });
      return ended;
    },
    'twin:cancel': (input) => engine.ask('twin:cancel', input),
    'twin:attach': (input) => engine.ask('twin:attach', input),
    'wizard:open': ({ lab, mode }) => {
      const found = labs.find(lab);
      if (found === null) return notOpen(lab);
      windows.openWizard(found, mode);
      return ok({});
    },
    'wizard:context': (_, sender) => {
      const context = windows.wizardContext(sender.windowId);
      return context === null ? fail('no-context', 'This window is not a wizard.') : ok(context);
    },
    'wizard:moved': ({ page, pressed }, sender) => {
      const context = windows.wizardContext(sender.windowId);
      if (context === null) return fail('no-context', 'This window is not a wizard.');
      shell.tell('wizard-moved', { lab: context.lab, mode: context.mode, page, pressed });
      return ok({});
    },
    'app:open-link': ({ link }) => shell.openLink(link),
    'app:preferences': () => ok(shell.preferences()),
    'app:set-preferences': (changes) => {
      const preferences = shell.setPreferences(changes);
      shell.tell('preferences', preferences);
      return ok(preferences);
    },
    'window:close': (_, sender) => {
      windows.close(sender.windowId);
      return ok({});
    },
  };
}

/** The whole table: the app's own commands, and the rest forwarded to the engine. */
export function createHandlers(shell: Shell): Handlers {
  // Input and output of a forwarded command are the same in both tables; only the generic cannot see it.
  const forward =
    <C extends Forwarded>(name: C) =>
    (input: CommandInput<C>) =>
      shell.engine.ask(name as EngineAsk, input as EngineInput<EngineAsk>) as Promise<
        Result<CommandOutput<C>>
      >;
  return {
    ...appHandlers(shell),
    'run:start': forward('run:start'),
    'run:resume': forward('run:resume'),
    'run:control': forward('run:control'),
    'run:pace': forward('run:pace'),
    'run:attach': forward('run:attach'),
    'lab:import': async ({ lab, tokens, ...into }) => {
      const paths: string[] = [];
      for (const token of tokens) {
        const file = shell.labs.redeem(token);
        if (!file.ok) return file;
        paths.push(file.value);
      }
      return await shell.engine.ask('lab:import', { lab, ...into, paths });
    },
    'lab:show': forward('lab:show'),
    'lab:ids': forward('lab:ids'),
    'lab:gate': forward('lab:gate'),
    'lab:fix': forward('lab:fix'),
    'lab:exprofre': forward('lab:exprofre'),
    'lab:outlook': forward('lab:outlook'),
    'lab:fate': forward('lab:fate'),
    'lab:events': forward('lab:events'),
    'lab:runs': forward('lab:runs'),
    'lab:compare': forward('lab:compare'),
    'lab:deliver': forward('lab:deliver'),
    'lab:logon': forward('lab:logon'),
    'lab:server': forward('lab:server'),
    'lab:purge': forward('lab:purge'),
    'lab:check': forward('lab:check'),
    'lab:organizations': forward('lab:organizations'),
    'lab:accounts': forward('lab:accounts'),
    'lab:filesSet': forward('lab:filesSet'),
    'lab:postOfficeLogon': forward('lab:postOfficeLogon'),
    'lab:matches': forward('lab:matches'),
    'lab:predict': forward('lab:predict'),
    'lab:journal': forward('lab:journal'),
    'lab:acts': forward('lab:acts'),
    'lab:undo': forward('lab:undo'),
    'lab:file': forward('lab:file'),
    'lab:drive': forward('lab:drive'),
    'lab:service': forward('lab:service'),
    'lab:connector': forward('lab:connector'),
    'lab:articles': forward('lab:articles'),
    'lab:article': forward('lab:article'),
    'lab:postoffice': forward('lab:postoffice'),
    'comparison:open': forward('comparison:open'),
    'comparison:rows': forward('comparison:rows'),
    'comparison:mailbox': forward('comparison:mailbox'),
    'comparison:tree': forward('comparison:tree'),
    'lab:places': forward('lab:places'),
    'lab:server-state': forward('lab:server-state'),
    'lab:directory': forward('lab:directory'),
    'lab:person': forward('lab:person'),
    'lab:mailboxes': forward('lab:mailboxes'),
    'lab:mailbox': forward('lab:mailbox'),
    'lab:folders': forward('lab:folders'),
    'lab:folder': forward('lab:folder'),
    'lab:messages': forward('lab:messages'),
    'lab:message': forward('lab:message'),
    'lab:holdings': forward('lab:holdings'),
    'lab:access': forward('lab:access'),
    'lab:workstation': forward('lab:workstation'),
    'lab:ost-state': forward('lab:ost-state'),
    'lab:post-offices': forward('lab:post-offices'),
    'lab:po-users': forward('lab:po-users'),
    'lab:po-folders': forward('lab:po-folders'),
    'lab:po-user': forward('lab:po-user'),
    'lab:po-lists': forward('lab:po-lists'),
    'lab:po-folder': forward('lab:po-folder'),
    'lab:po-messages': forward('lab:po-messages'),
    'lab:po-message': forward('lab:po-message'),
    'lab:po-programs': forward('lab:po-programs'),
    'lab:public-folders': forward('lab:public-folders'),
    'lab:public-messages': forward('lab:public-messages'),
    'lab:public-message': forward('lab:public-message'),
    'lab:file-sets': forward('lab:file-sets'),
    'lab:file-text': forward('lab:file-text'),
  };
}
