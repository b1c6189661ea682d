import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { copyLab, newLab } from './new-lab.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-lab-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function make(name: string, options: Omit<LabInput<'new'>, 'file'>): LabOutput<'new'> {
  const made = newLab({ file: join(folder, name), ...options });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}

function open(name: string): Lab {
  const lab = openLab(join(folder, name));
  if (!lab.ok) throw new Error(lab.failure.message);
  return lab.value;
}

describe('a plain generated lab', () => {
  test('is the same for the same seed and another for another seed', () => {
    const options = { seed: 7, mailboxes: 20, items: 500 };
    const a = make('a.mwlab', options);
    const b = make('b.mwlab', options);
    const c = make('c.mwlab', { ...options, seed: 8 });
    expect(a.digest).toBe(b.digest);
    expect(c.digest).not.toBe(a.digest);
    expect(a).toMatchObject({ scenario: null, seed: 7, mailboxes: 20, items: 500 });
  });
});
