import { expect, it } from 'vitest';
import { fail, ok } from '../../shared/result.ts';
import type { Engine } from '../ipc/shell.ts';
import { createLabs } from './labs.ts';

function withShelf(recent: readonly string[] = [], broken: readonly string[] = []) {
  const asked: string[] = [];
  const saved: (readonly string[])[] = [];
  const ask = async (name: string, input: { lab?: string; file?: string }) => {
    asked.push(`${name} ${input.lab} ${input.file ?? ''}`.trim());
    return broken.includes(input.file ?? '') ? fail('no-lab', `${input.file} is no lab.`) : ok({});
  };
  let tokens = 0;
  const shelf = createLabs({
    engine: { ask } as unknown as Engine,
    recent,
    saveRecent: (files) => saved.push(files),
    newToken: () => String(tokens++).padStart(32, '0'),
    canonical: (file) => file.replace('./', ''),
    display: (file) => `~/${file}`,
    onChange: () => undefined,
  });
  return { shelf, asked, saved };
}

it('opens one file once, however it is spelled and however often it is asked', async () => {
  const { shelf, asked } = withShelf();
  const [first, second] = await Promise.all([shelf.open('a.mwlab'), shelf.open('./a.mwlab')]);
  const third = await shelf.open('a.mwlab');
  expect(first).toEqual(ok({ lab: 'lab-1', name: 'a', display: '~/a.mwlab' }));
  expect([second, third]).toEqual([first, first]);
  expect(asked).toEqual(['lab:open lab-1 a.mwlab']);
});

it('keeps the ten labs opened last, the newest first', async () => {
  const { shelf, saved } = withShelf(['old.mwlab']);
  for (let n = 0; n < 12; n += 1) await shelf.open(`${n}.mwlab`);
  await shelf.open('5.mwlab');
  expect(saved.at(-1)?.slice(0, 3)).toEqual(['11.mwlab', '10.mwlab', '9.mwlab']);
  expect(shelf.state().recent).toHaveLength(10);
});

it('gives paths out as tokens alone, and takes only tokens it gave out', () => {
  const { shelf } = withShelf();
  const chosen = shelf.hand('mail/a.pst');
  expect(JSON.stringify({ ...chosen, display: '' })).not.toContain('mail/');
  expect(shelf.redeem(chosen.token)).toEqual(ok('mail/a.pst'));
  expect(shelf.redeem(`file-${'f'.repeat(32)}`)).toMatchObject({
    ok: false,
    failure: { code: 'unknown-file' },
  });
});

it('opens again after the engine died what was open, under the same ids', async () => {
  const { shelf, asked } = withShelf();
  await shelf.open('a.mwlab');
  await shelf.open('b.mwlab');
  asked.length = 0;
  await shelf.reopenAll();
  expect(asked).toEqual(['lab:open lab-1 a.mwlab', 'lab:open lab-2 b.mwlab']);
});

it('does not remember what could not be opened', async () => {
  const { shelf, saved } = withShelf([], ['bad.mwlab']);
  expect(await shelf.open('bad.mwlab')).toMatchObject({ ok: false, failure: { code: 'no-lab' } });
  expect(saved).toEqual([]);
  expect(shelf.state().open).toEqual([]);
});
