import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { draw } from '../../../shared/lab/draw.ts';
import type { Mode, RunPlan } from '../../../shared/lab/run-plan.ts';
import { newLab } from '../build/new-lab.ts';
import { deliver } from '../mailbox/deliver.ts';
import { orgOf, sourceAliases, sourceMailbox, targetMailbox } from '../mailbox/directory.ts';
import { changeMessage } from '../mailbox/messages.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { migrate } from '../migrate/run.ts';
import { startRun } from '../migrate/start-run.ts';
import { installFix } from '../report/fix.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { exprofre } from './exprofre.ts';
import { changeOffline } from './local-change.ts';
import { deliverMail } from './mail.ts';
import { outlook } from './outlook.ts';
import { pendingItems } from './pending-items.ts';
import { profileOf, type ProfileRow } from './profile-row.ts';

const SEEDS = [3, 19];
const KINDS = ['modified', 'deleted', 'read', 'moved'] as const;

let discard: (() => void) | null = null;
afterEach(() => discard?.());

function builtLab(seed: number): Lab {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-after-'));
  const file = join(folder, 'a.mwlab');
  const made = newLab({ file, seed, mailboxes: 5, items: 150 });
  const opened = openLab(file);
  if (!made.ok || !opened.ok) throw new Error('no lab');
  discard = () => {
    opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const lab = opened.value;
  value(installFix(lab, { file: '', install: 'E2003SP2' }));
  value(installFix(lab, { file: '', install: 'KB919235' }));
  return lab;
}

function value<T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function profile(lab: Lab, alias: string): ProfileRow {
  return value(profileOf(lab, alias));
}

/** People work offline in every way there is; returns how many changes wait, by alias. */
function workOffline(lab: Lab, seed: number): Map<string, number> {
  return new Map(
    sourceAliases(lab).map((alias, person) => {
      const draws = draw(seed, 'test-offline', alias);
      value(outlook(lab, { file: '', user: alias, compose: 1 + draws.below(3) }));
      const { ostId } = profile(lab, alias);
      const box = sourceMailbox(lab, alias)?.mailboxId ?? 0;
      const messages = lab.all<RowId>(
        'SELECT repl, gc FROM message WHERE mailbox_id = ? AND is_fai = 0 ORDER BY gc',
        box,
      );
      const drafts = lab.get<RowId>(
        "SELECT repl, gc FROM folder WHERE mailbox_id = ? AND well_known = 'drafts'",
        box,
      );
      KINDS.forEach((kind, index) => {
        const message = messages[index * 3 + person];
        if (message === undefined || ostId === null || drafts === undefined) return;
        changeOffline(lab, ostId, box, message, {
          kind,
          at: 1e13,
          ...(kind === 'moved' ? { folder: drafts } : {}),
        });
      });
      return [alias, pendingItems(lab, profile(lab, alias).id).length];
    }),
  );
}

function run(lab: Lab, mode: Mode): { mailboxes: readonly { alias: string; copied: number }[] } {
  const place = (role: 'source' | 'target') =>
    lab.get<{ server: string; store: string }>(
      `SELECT server.netbios AS server, mdb.name AS store FROM mdb JOIN server ON server.id = mdb.server_id
       JOIN admin_group g ON g.id = server.admin_group_id WHERE g.org_id = ? ORDER BY mdb.id`,
      orgOf(lab, role).id,
    ) ?? { server: '', store: '' };
  const plan: RunPlan = {
    mode,
    source: 'EXCHANGE',
    accounts: sourceAliases(lab),
    sourceServer: place('source').server,
    targetServer: place('target').server,
    targetStore: place('target').store,
    container:
      lab.get<{ dn: string }>('SELECT dn FROM container WHERE org_id = ?', orgOf(lab, 'target').id)?.dn ?? '',
    createAccounts: true,
    dateRange: null,
    subjectPrefixes: null,
    targetAddressDomain: null,
    restrictToSid: false,
    accountChoices: {},
  };
  const batches = migrate(lab, value(startRun(lab, plan, { ignoreGate: false, asked: {} })));
  let next = batches.next();
  while (!next.done) next = batches.next();
  expect(next.value).toMatchObject({ state: 'completed', exit: 0 });
  return next.value;
}

function rePointAll(lab: Lab): void {
  const gc = lab.get<{ name: string }>(
    "SELECT netbios AS name FROM server JOIN admin_group g ON g.id = admin_group_id WHERE role = 'gc' AND g.org_id = ?",
    orgOf(lab, 'target').id,
  );
  const { profiles } = value(exprofre(lab, { file: '', user: 'all', targetgc: gc?.name ?? '', o: true }));
  expect(profiles.every((each) => each.changed)).toBe(true);
}

const sync = (lab: Lab, alias: string) => value(outlook(lab, { file: '', user: alias, sync: true }));

describe.each(SEEDS)('a migrated lab (seed %i)', (seed) => {
  it('after clone mode: nothing down, nothing deleted, every pending change up (C7); then only what is new at the target (C8)', () => {
    const lab = builtLab(seed);
    const pending = workOffline(lab, seed);
    run(lab, 'clone');
    rePointAll(lab);
    for (const alias of sourceAliases(lab)) {
      const first = sync(lab, alias);
      expect(first).toMatchObject({
        binding: 'accepted',
        uploadedItems: pending.get(alias),
        unsynchronised: 0,
        downloadedItems: 0,
        downloadedFolders: 0,
        deletedItems: 0,
        deletedFolders: 0,
        conflicts: 0,
        stranded: [],
      });
      expect(first.steps.at(-1)?.text).toContain('0 read marks');
      const target = targetMailbox(lab, alias);
      if (target === null) throw new Error('no target');
      const own = lab.get<{ repl: number }>('SELECT repl FROM mdb WHERE id = ?', target.mdbId)?.repl;
      const before = new Set(
        lab
          .all<{ cn: string }>(
            "SELECT cn_repl || ':' || cn_gc AS cn FROM message WHERE mailbox_id = ?",
            target.mailboxId,
          )
          .map((row) => row.cn),
      );
      const changed = lab.get<RowId>(
        'SELECT repl, gc FROM message WHERE mailbox_id = ? AND is_fai = 0 ORDER BY gc LIMIT 1',
        target.mailboxId,
      );
      if (changed === undefined) throw new Error('no message');
      deliverMail(lab, { file: '', mailbox: alias });
      changeMessage(lab, target.mailboxId, changed, { subject: 'changed at the target', lastMod: 1 });
      expect(sync(lab, alias)).toMatchObject({ downloadedItems: 2, deletedItems: 0, uploadedItems: 0 });
      const fresh = lab
        .all<{ cn: string }>(
          "SELECT cn_repl || ':' || cn_gc AS cn FROM message WHERE mailbox_id = ?",
          target.mailboxId,
        )
        .filter((row) => !before.has(row.cn));
      expect(fresh).toHaveLength(2);
      expect(fresh.every((row) => row.cn.startsWith(`${own}:`))).toBe(true);
    }
  });

  it('after default mode: refused, all of it downloaded (D3, D4), and what was pending named as stranded (D7)', () => {
    const lab = builtLab(seed);
    const pending = workOffline(lab, seed);
    run(lab, 'default');
    rePointAll(lab);
    for (const alias of sourceAliases(lab)) {
      const target = targetMailbox(lab, alias);
      const all = lab.get<{ items: number; bytes: number }>(
        'SELECT count(*) AS items, sum(size) AS bytes FROM message WHERE mailbox_id = ?',
        target?.mailboxId ?? 0,
      );
      const filled = sync(lab, alias);
      expect(filled).toMatchObject({
        binding: 'rejected',
        downloadedItems: all?.items,
        downloadedBytes: all?.bytes,
        uploadedItems: 0,
        deletedItems: 0,
        unsynchronised: pending.get(alias),
      });
      expect(filled.stranded).toHaveLength(pending.get(alias) ?? -1);
      expect(filled.stranded.every((item) => item.rescue.includes('still exists'))).toBe(true);
      expect(sync(lab, alias)).toMatchObject({
        binding: 'accepted',
        downloadedItems: 0,
        deletedItems: 0,
        uploadedItems: 0,
      });
    }
  });

  it('a top-up in default mode after the clone keeps every .ost bound and brings only what is new (C12)', () => {
    const lab = builtLab(seed);
    run(lab, 'clone');
    rePointAll(lab);
    for (const alias of sourceAliases(lab)) {
      sync(lab, alias);
      const source = sourceMailbox(lab, alias);
      if (source === null) throw new Error('no source');
      deliver(lab, source.mailboxId, { subject: 'late', sender: 'bo@late.example', body: 'late', at: 1e12 });
    }
    for (const { alias, copied } of run(lab, 'default').mailboxes) {
      expect(copied).toBe(1);
      expect(sync(lab, alias)).toMatchObject({ binding: 'accepted', downloadedItems: 1, deletedItems: 0 });
    }
  });
});
