import { expect, it } from 'vitest';
import { COMMANDS } from '../../shared/ipc/app-commands.ts';
import { type Failure, type Result, ok } from '../../shared/result.ts';
import { createHandlers, forkName } from './handlers.ts';
import { type Handlers, answer } from './serve.ts';
import type { Sender, Shell } from './shell.ts';

const page: Sender = { windowId: 1, url: 'app://bundle/console.html', isTopFrame: true };
const bugs: string[] = [];

function ask(
  handlers: Partial<Handlers>,
  sender: Sender,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  const serving = {
    handlers: handlers as Handlers,
    origin: 'app://bundle',
    logBug: (text: string) => bugs.push(text),
  };
  return answer(serving, sender, name, input);
}
const codeOf = (result: Result<unknown>): Failure['code'] | null => (result.ok ? null : result.failure.code);

it('hands a right question to its handler, and its answer back', async () => {
  const closed: unknown[] = [];
  const handlers: Partial<Handlers> = {
    'labs:close': (input, sender) => {
      closed.push(input, sender);
      return ok({});
    },
  };
  expect(await ask(handlers, page, 'labs:close', { lab: 'lab-3', more: 1 })).toEqual(ok({}));
  expect(closed).toEqual([{ lab: 'lab-3' }, page]);
});

it.each([
  ['another origin', { ...page, url: 'https://bundle/console.html' }],
  ['an origin that only begins like ours', { ...page, url: 'app://bundle.evil/console.html' }],
  ['a frame inside the page', { ...page, isTopFrame: false }],
  ['a frame that is gone', { ...page, url: '' }],
])('answers nothing to %s', async (_, sender) => {
  expect(codeOf(await ask({}, sender, 'app:info', {}))).toBe('untrusted-sender');
});

it.each([['toString'], ['__proto__'], ['lab:new'], [7], [undefined]])('knows no command %s', async (name) => {
  expect(codeOf(await ask({}, page, name, {}))).toBe('unknown-command');
});

it.each([
  ['a path in place of a token', 'labs:open', { token: '/etc/passwd' }],
  ['no input', 'labs:open', undefined],
  ['a lab id that is none', 'lab:show', { lab: '../a' }],
  ['a mode that is none', 'wizard:open', { lab: 'lab-1', mode: 'move' }],
])('refuses %s and says where', async (_, name, input) => {
  const result = await ask({}, page, name, input);
  expect(codeOf(result)).toBe('bad-input');
  expect(!result.ok && result.failure.message).toContain(name);
});

it('keeps the stack of a bug to itself and to the log', async () => {
  const handlers: Partial<Handlers> = {
    'app:info': () => {
      throw new Error('secret');
    },
  };
  const result = await ask(handlers, page, 'app:info', {});
  expect(codeOf(result)).toBe('internal');
  expect(JSON.stringify(result)).not.toContain('secret');
  expect(bugs.at(-1)).toContain('secret');
});

it('has a handler for every command of the contract and none besides', () => {
  const shell = { labs: {}, engine: {}, dialogs: {}, windows: {} } as unknown as Shell;
  expect(Object.keys(createHandlers(shell)).sort()).toEqual(Object.keys(COMMANDS).sort());
});

it.each([
  ['a.mwlab', [], 'a 2.mwlab'],
  ['a.mwlab', ['a 2.mwlab'], 'a 3.mwlab'],
  ['a 2.mwlab', ['a 2.mwlab'], 'a 3.mwlab'],
  ['some folder/Lab.MWLAB', [], 'some folder/Lab 2.mwlab'],
])('the fork of %s, with %j there, is %s', (file, there, name) => {
  expect(forkName(file, (each) => (there as readonly string[]).includes(each))).toBe(name);
});
