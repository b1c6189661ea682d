import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, it } from 'vitest';
import { collectOpenFiles } from './open-files.ts';

function opening() {
  const app = new EventEmitter();
  const files = collectOpenFiles(app as unknown as App);
  const handled: string[] = [];
  const open = (file: string) => app.emit('open-file', { preventDefault: () => handled.push(file) }, file);
  return { files, handled, open };
}

it('keeps the file that the app was started with until somebody asks', () => {
  const { files, handled, open } = opening();
  expect(files.first()).toBeNull();
  open('/labs/a.mwlab');
  expect(files.first()).toBe('/labs/a.mwlab');
  expect(handled).toEqual(['/labs/a.mwlab']);
});

it('hands on what is opened later', () => {
  const { files, open } = opening();
  const opened: string[] = [];
  files.listen((file) => opened.push(file));
  open('/labs/b.mwlab');
  expect(opened).toEqual(['/labs/b.mwlab']);
  expect(files.first()).toBeNull();
});
