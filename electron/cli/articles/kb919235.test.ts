import { beforeAll, describe, expect, test } from 'vitest';
import windows from '../../../resources/kb/mlmig32-windows.json' with { type: 'json' };
import { evaluateRules } from '../../../shared/gate/evaluate.ts';
import type { GateReport } from '../../../shared/ipc/shapes.ts';
import { formatTime } from '../../../shared/text/format.ts';
import { kbLibrary } from '../../engine/report/kb-library.ts';
import { live } from './live.ts';

const { lab, ask, mailmig, fork } = live();
const GC = 'birch-dc1.birchholdings.example';

/** A lab on Service Pack 1, with five plain mailboxes. */
beforeAll(async () => {
  await ask('new', ['sp1.mwlab', '--seed', '19', '--mailboxes', '5', '--items', '120']);
  await ask('fix', [await fork('sp1.mwlab', 'sp2.mwlab'), '--install', 'E2003SP2']);
  await ask('fix', [await fork('sp2.mwlab', 'fixed.mwlab'), '--install', 'KB919235']);
});

const refusing = (gate: GateReport) => gate.rules.filter((rule) => rule.verdict === 'refuse');

describe('KB919235 lived through', () => {
  test('the gate refuses clone mode with the article, and the wizard does not start', async () => {
    const gate = await ask('gate', ['sp1.mwlab', '--mode', 'clone'], [1]);
    expect(refusing(gate)).toMatchObject([{ kb: 'KB919235', evidence: 'documented', source: 'KB919235' }]);
    const before = (await ask('show', ['sp1.mwlab'])).digest;
    const { exit, report } = await mailmig('/M', '--lab', 'sp1.mwlab', '--accounts', 'all');
    expect([exit, report.state]).toEqual([2, 'refused']);
    expect((await ask('show', ['sp1.mwlab'])).digest).toBe(before);
  });

  test('started anyway, clone mode fails and harms nothing else', async () => {
    const file = await fork('sp1.mwlab', 'anyway.mwlab');
    const before = (await ask('show', [file])).source;
    const { exit, report } = await mailmig('/M', '--lab', file, '--accounts', 'all', '--ignore-gate');
    expect([exit, report.state]).toEqual([2, 'failed']);
    expect(report.mailboxes.filter((mailbox) => mailbox.state === 'failed')).toHaveLength(1);
    expect((await ask('show', [file])).source).toEqual(before);
    expect(await ask('check', [file])).toMatchObject({ ok: true, violations: [] });
  });

  test('with page heap on it fails at the very first mailbox', async () => {
    const file = await fork('sp1.mwlab', 'pageheap.mwlab');
    await ask('server', [file, '--set', 'pageheap=on']);
    const { report } = await mailmig('/M', '--lab', file, '--accounts', 'all', '--ignore-gate');
    expect(report.mailboxes[0]?.state).toBe('failed');
    expect(report.mailboxes.slice(1).every((mailbox) => mailbox.state !== 'completed')).toBe(true);
  });

  test('the hotfix is refused before Service Pack 2', async () => {
    const before = (await ask('show', ['sp1.mwlab'])).digest;
    const said = await lab('fix', 'sp1.mwlab', '--install', 'KB919235');
    expect([said.exit, said.out]).toEqual([2, '']);
    expect(said.err).toContain('Service Pack 2');
    expect((await ask('show', ['sp1.mwlab'])).digest).toBe(before);
  });

  test('Service Pack 2 alone changes nothing', async () => {
    expect(refusing(await ask('gate', ['sp2.mwlab', '--mode', 'clone'], [1]))).toHaveLength(1);
    const file = await fork('sp2.mwlab', 'sp2-anyway.mwlab');
    const { report } = await mailmig('/M', '--lab', file, '--accounts', 'all', '--ignore-gate');
    expect(report.state).toBe('failed');
  });

  test('the hotfix brings the file of the article, to the byte and minute', async () => {
    const files = (await ask('show', ['fixed.mwlab'])).server.files;
    expect(files.find((file) => file.path.endsWith('Mlmig32.dll'))).toMatchObject({
      version: '6.5.7651.29',
      size: 4_470_784,
      dateUtc: expect.stringContaining('2006-06-12T22:21'),
      platform: 'x86',
      evidence: 'documented',
    });
  });

  test('with both fixes clone mode carries identifiers and rules over', async () => {
    const file = await fork('fixed.mwlab', 'clone.mwlab');
    expect(refusing(await ask('gate', [file, '--mode', 'clone']))).toEqual([]);
    const { exit, report } = await mailmig('/M', '--lab', file, '--accounts', 'all');
    expect([exit, report.state]).toEqual([0, 'completed']);
    for (const { alias } of report.mailboxes) {
      const source = await ask('ids', [file, '--org', 'source', '--mailbox', alias]);
      const target = await ask('ids', [file, '--org', 'target', '--mailbox', alias]);
      const keys = (ids: typeof source) => ids.folders.map((folder) => folder.sourceKey).sort();
      expect(keys(target)).toEqual(keys(source));
      expect(target.rules.map((rule) => [rule.name, rule.target])).toEqual(
        source.rules.map((rule) => [rule.name, rule.target]),
      );
    }
  });

  test('after clone mode nothing is downloaded again', async () => {
    const file = await fork('fixed.mwlab', 'work-on.mwlab');
    const { report } = await mailmig('/M', '--lab', file, '--accounts', 'all');
    await ask('exprofre', [file, '--user', 'all', '--targetgc', GC, '/o']);
    for (const { alias } of report.mailboxes) {
      const seen = await ask('outlook', [file, '--user', alias, '--sync']);
      expect([alias, seen.binding === 'rejected', seen.downloadedItems]).toEqual([alias, false, 0]);
    }
  });

  test('the default mode works on the same server', async () => {
    const file = await fork('sp1.mwlab', 'default.mwlab');
    await ask('gate', [file, '--mode', 'default']);
    const { exit, report } = await mailmig('--lab', file, '--accounts', 'all');
    expect([exit, report.state]).toEqual([0, 'completed']);
    const fates = await ask('fate', [file]);
    const kept = fates.mailboxes.filter((mailbox) => mailbox.ost?.fate === 'KEEP');
    expect(fates.mailboxes.some((mailbox) => mailbox.ost !== null)).toBe(true);
    expect(kept).toEqual([]);
  });

  test('after the default mode every .ost is filled anew', async () => {
    const file = await fork('sp1.mwlab', 'refill.mwlab');
    const { report } = await mailmig('--lab', file, '--accounts', 'all');
    await ask('exprofre', [file, '--user', 'all', '--targetgc', GC, '/o']);
    let filled = 0;
    for (const { alias } of report.mailboxes) {
      const seen = await ask('outlook', [file, '--user', alias, '--sync']);
      if (seen.binding === 'none') continue;
      const { messages } = await ask('ids', [file, '--org', 'target', '--mailbox', alias]);
      expect([alias, seen.binding, seen.downloadedItems]).toEqual([alias, 'rejected', messages.length]);
      filled += 1;
    }
    expect(filled).toBeGreaterThan(0);
  });

  test.each([
    ['6.5.7651.28', ['KB919235']],
    ['6.5.7651.29', []],
    ['6.5.7654.4', []],
  ])('a later Mlmig32.dll serves as well: %s', (version, refuses) => {
    const gate = evaluateRules(kbLibrary(), {
      mode: 'clone',
      source: 'EXCHANGE',
      products: [{ name: 'Exchange Server 2003', level: 'SP2', build: '6.5.7638' }],
      files: [{ path: 'C:\\Program Files\\Exchsrvr\\bin\\Mlmig32.dll', version }],
      planned: false,
      findings: {},
      defects: { library: windows, path: 'C:\\exchsrvr\\bin\\Mlmig32.dll' },
    });
    expect(refusing(gate).map((rule) => rule.kb)).toEqual(refuses);
  });

  test("the date is kept in UTC and shown by the lab's time zone", async () => {
    const files = (await ask('show', ['fixed.mwlab'])).server.files;
    const date = files.find((file) => file.path.endsWith('Mlmig32.dll'))?.dateUtc;
    expect([0, 120, -480].map((offset) => formatTime(Date.parse(date ?? ''), offset))).toEqual([
      '2006-06-12 22:21',
      '2006-06-13 00:21',
      '2006-06-12 14:21',
    ]);
  });
});
