import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Draw, draw } from '../../shared/lab/draw.ts';
import { newLab } from './build/new-lab.ts';
import { LAB_HANDLERS, type OfOneLab } from './commands.ts';
import { guarded } from './guarded.ts';
import { type Lab, openLab } from './store/lab.ts';

/*
 * Labs with a few bytes changed, wherever: each is refused and left alone, or opened; and then whatever is asked of it is
 * answered, or refused in a sentence. Rounds that found something stand in FOUND and are run for ever.
 */

const ROUNDS = Number(process.env.MWL_FUZZ_ROUNDS ?? 120);
/** Rounds that once found a fault: 213, a set of identifiers of an .ost that is none. */
const FOUND: readonly number[] = [213];

let folder: string;
let sound: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-fuzz-'));
  const file = join(folder, 'sound.mwlab');
  expect(newLab({ file, seed: 5 })).toMatchObject({ ok: true });
  sound = readFileSync(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Some bytes changed: one, a few in a row, or a piece of the file laid over another. */
function mutated(draws: Draw): Buffer {
  const bytes = Buffer.from(sound);
  for (let hit = draws.between(1, 6); hit > 0; hit -= 1) {
    // The header says what it is; what lies behind it is what this is about.
    const at = draws.between(100, bytes.length - 200);
    const kind = draws.below(4);
    if (kind === 0) bytes[at] = draws.below(256);
    else if (kind === 1) bytes.set(draws.bytes(draws.between(1, 16)), at);
    else if (kind === 2) bytes[at] = (bytes[at] ?? 0) ^ (1 << draws.below(8));
    else {
      const from = draws.between(100, bytes.length - 200);
      bytes.copy(bytes, at, from, from + draws.between(1, 100));
    }
  }
  return bytes;
}

const QUESTIONS: readonly (readonly [OfOneLab, Record<string, unknown>])[] = [
  ['show', {}],
  ['organizations', {}],
  ['accounts', {}],
  ['gate', { mode: 'clone' }],
  ['events', {}],
  ['runs', {}],
  ['fate', {}],
  ['ids', { org: 'source', mailbox: 'clara.berg' }],
  ['outlook', { user: 'clara.berg', sync: true }],
  ['check', {}],
];

async function askAll(lab: Lab): Promise<void> {
  for (const [name, input] of QUESTIONS) {
    const handler = LAB_HANDLERS[name] as (lab: Lab, input: unknown) => ReturnType<typeof guarded>;
    const answer = await guarded(() => handler(lab, { file: lab.path, ...input }));
    if (!answer.ok) expect(answer.failure.message, name).toMatch(/\S.*[.:]/);
  }
}

async function round(number: number): Promise<'opened' | 'refused'> {
  const place = mkdtempSync(join(folder, 'round-'));
  const file = join(place, 'a.mwlab');
  const bytes = mutated(draw(99, 'fuzz', '', number));
  writeFileSync(file, bytes);
  const opened = openLab(file);
  if (!opened.ok) {
    expect(opened.failure.message).toContain(file);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    rmSync(place, { recursive: true, force: true });
    return 'refused';
  }
  await askAll(opened.value);
  opened.value.close();
  rmSync(place, { recursive: true, force: true });
  return 'opened';
}

it('no change to the bytes of a lab makes anything of it throw', async () => {
  const seen = { opened: 0, refused: 0 };
  const faults: string[] = [];
  for (const number of [...FOUND, ...Array.from({ length: ROUNDS }, (_, index) => index)])
    try {
      seen[await round(number)] += 1;
    } catch (error) {
      faults.push(`round ${number}: ${(error as Error).stack ?? ''}`);
    }
  expect(faults).toEqual([]);
  expect(Math.min(seen.opened, seen.refused)).toBeGreaterThan(5);
});
