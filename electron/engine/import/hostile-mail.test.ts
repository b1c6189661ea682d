import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Draw, draw } from '../../../shared/lab/draw.ts';
import { DEEPEST_PARTS, MOST_ATTACHMENTS, MOST_PARTS } from './bounds.ts';
import type { SourceEvent, SourceMail } from './mail-source.ts';
import { parseMime } from './parse-mime.ts';
import { pathSource } from './path-source.ts';

/* Mail that somebody made to do harm, and mail with its bytes changed: it is read, or refused with a reason. */

const CORPUS = resolve('e2e/data/hostile-mail');
const names = readdirSync(CORPUS).filter((name) => /\.(eml|mbox)$/.test(name));
const ROUNDS = Number(process.env.MWL_FUZZ_ROUNDS ?? 600);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-mail-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What every mail that comes in has to be, wherever it comes from. */
function expectTame(mail: SourceMail): void {
  for (const line of [mail.subject, mail.sender, mail.class, ...mail.attachments.map((each) => each.name)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
    expect(line.length).toBeLessThanOrEqual(998);
  }
  for (const text of [mail.subject, mail.sender, mail.headers, mail.body, mail.html ?? '']) {
    expect(text.includes('\u0000')).toBe(false);
    expect(Buffer.from(text, 'utf8').toString('utf8') === text).toBe(true);
  }
  for (const time of [mail.delivered, mail.lastMod])
    if (time !== null) expect(Number.isFinite(new Date(time).getTime())).toBe(true);
}

async function readAll(path: string): Promise<readonly SourceEvent[]> {
  const events: SourceEvent[] = [];
  for await (const event of pathSource(path)) {
    events.push(event);
    if (event.kind === 'mail') expectTame(event.mail);
    if (event.kind === 'skipped') expect(event.reason).not.toBe('');
  }
  return events;
}

const PIECES = [
  '\r\n\r\n',
  '\r\n--x\r\n',
  '\r\nFrom a Mon Sep  4 09:00:00 2006\r\n',
  '=?utf-8?B?',
  '?=',
  'Content-Type: multipart/mixed; boundary=x\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  "filename*0*=utf-8''%ff",
  '\u0000',
  '\ud800',
  '"',
  '<',
  '(((((((((',
  ' '.repeat(500),
  'Date: 32 Foo 99999 99:99:99 +9999\r\n',
];

/** One message with pieces struck out, doubled, changed, or thrown in. */
function mutated(draws: Draw, seed: Buffer): Buffer {
  let bytes = Buffer.from(seed);
  for (let hit = draws.between(1, 8); hit > 0 && bytes.length > 4; hit -= 1) {
    const at = draws.below(bytes.length);
    const to = Math.min(bytes.length, at + draws.between(1, 80));
    const kind = draws.below(5);
    if (kind === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    else if (kind === 2) bytes.set(draws.bytes(to - at), at);
    else if (kind === 3) bytes[at] = (bytes[at] ?? 0) ^ (1 << draws.below(8));
    else {
      const piece = Buffer.from(PIECES[draws.below(PIECES.length)] ?? '');
      bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
  }
  return bytes;
}

describe('hostile messages', () => {
  it.each(names)('%s comes in as text, or is told of', async (name) => {
    const events = await readAll(join(CORPUS, name));
    expect(events.some((event) => event.kind === 'mail')).toBe(true);
  });

  it('changed in any way are read or told of, never thrown over', async () => {
    const seeds = names.map((name) => ({ name, bytes: readFileSync(join(CORPUS, name)) }));
    const faults: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const draws = draw(2006, 'mail', '', round);
      const seed = seeds[round % seeds.length];
      if (seed === undefined) throw new Error('there is no corpus');
      const file = join(folder, `${round}${seed.name.replace(/^.*\./, '.')}`);
      writeFileSync(file, mutated(draws, seed.bytes));
      try {
        await readAll(file);
      } catch (error) {
        faults.push(`round ${round}, ${seed.name}: ${(error as Error).stack ?? ''}`);
      }
      rmSync(file);
    }
    expect(faults).toEqual([]);
  });
});

describe('a message of which there is too much is refused with the reason:', () => {
  const refused = async (raw: string): Promise<string> => {
    const mail = await parseMime(Buffer.from(raw), null);
    return mail.ok ? 'it was taken' : mail.failure.message;
  };
  const head = 'From: a@b.example\r\nSubject: much\r\n';

  it('parts', async () => {
    const raw = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n'.repeat(MOST_PARTS + 2)}`;
    expect(await refused(raw)).toContain(`more than ${MOST_PARTS} parts`);
  });

  it('parts within parts', async () => {
    let raw = head;
    for (let depth = 0; depth < DEEPEST_PARTS + 10; depth += 1)
      raw += `Content-Type: multipart/mixed; boundary=x${depth}\r\n\r\n--x${depth}\r\n`;
    expect(await refused(raw)).toContain(`${DEEPEST_PARTS} levels`);
  });

  it('attachments', async () => {
    const part = '--x\r\nContent-Type: application/x-a\r\nContent-Disposition: attachment\r\n\r\na\r\n';
    const raw = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n${part.repeat(MOST_ATTACHMENTS + 1)}--x--\r\n`;
    expect(await refused(raw)).toContain(`more than ${MOST_ATTACHMENTS} attachments`);
  });

  it('text', async () => {
    expect(await refused(`${head}\r\n${'a'.repeat(33 * 1024 * 1024)}`)).toContain('longer than 32 million');
  });

  it('header', async () => {
    const lines = `X-Long: ${'a'.repeat(900)}\r\n`.repeat(6_000);
    expect(await refused(`${head}${lines}\r\nbody`)).toContain('header');
  });
});
