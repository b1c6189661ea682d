import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeAddressBookEntryId } from '../../../shared/identity/address-book-entry-id.ts';
import { encodeRuleActions } from '../../../shared/identity/rule-actions.ts';
import { encodeStoreEntryId } from '../../../shared/identity/store-entry-id.ts';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { worstFate } from '../../../shared/outcome/fate.ts';
import { ostOutcome } from '../../../shared/outcome/compare.ts';
import { newLab } from '../build/new-lab.ts';
import { mailboxOf, orgOf, sourceAliases } from '../mailbox/directory.ts';
import { logOn } from '../mailbox/log-on.ts';
import { migrate } from '../migrate/run.ts';
import { purgeMailbox } from '../migrate/purge.ts';
import { startRun } from '../migrate/start-run.ts';
import { exprofre } from '../outlook/exprofre.ts';
import { outlook } from '../outlook/outlook.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { fateReport } from './fate.ts';
import { installFix } from './fix.ts';
import { predict } from './predict.ts';
import { predictionDifferences } from './prediction-check.ts';
import { HOTFIX_MLMIG32, putFile } from './server-install.ts';
import { setServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'mwlab-predict-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The soak asks for a hundred times as many. */
const RUNS = 20 * Number(process.env.MWL_RUNS ?? 1);
const MAILBOXES = 6;

/** What is done to a lab before the run that is predicted. */
const person = fc.nat(MAILBOXES - 1);
const someone = fc.uniqueArray(person, { maxLength: 3 });
const mode = fc.constantFrom('default' as const, 'clone' as const, 'clone' as const);
const planPart = fc.record({
  mode,
  ignoreGate: fc.constantFrom(true, true, false),
  createAccounts: fc.constantFrom(true, true, true, false),
  targetAddressDomain: fc.constantFrom(null, null, 'relay.example'),
  filtered: fc.constantFrom(false, false, false, true),
  restrictToSid: fc.constantFrom(false, false, true),
});
const before = fc.record({
  plan: planPart,
  accounts: fc.uniqueArray(person, { maxLength: 3 }),
  /** Batches after which it is cancelled; null: it runs to its end. */
  cancelledAfter: fc.option(fc.nat(12), { nil: null }),
  rePointed: someone,
  synchronized: someone,
  purged: fc.uniqueArray(person, { maxLength: 1 }),
});
const RULE_KINDS = ['forward', 'dangling', 'other-store', 'mark'] as const;
const world = fc.record({
  seed: fc.nat(100_000),
  server: fc.constantFrom('SP1', 'SP2', 'DLL by hand', 'hotfix', 'hotfix', 'hotfix'),
  settings: fc.record({
    pageheap: fc.constantFrom('on', 'off'),
    fallback: fc.constantFrom('merge', 'merge', 'fail'),
    halfClone: fc.constantFrom('merge', 'rollback'),
    clearTargetAddress: fc.constantFrom('yes', 'no'),
  }),
  outlooks: fc.array(fc.constantFrom('97', '2000', '2002', ...Array.from({ length: 9 }, () => '2003')), {
    minLength: MAILBOXES,
    maxLength: MAILBOXES,
  }),
  composed: someone,
  earlier: fc.array(before, { maxLength: 2 }),
  events: fc.array(fc.tuple(person, fc.constantFrom('deliver' as const, 'logon' as const)), { maxLength: 3 }),
  loggedOn: fc.uniqueArray(person, { maxLength: 2 }),
  extraRules: fc.array(fc.tuple(person, fc.constantFrom(...RULE_KINDS), person), { maxLength: 4 }),
  withoutRules: fc.uniqueArray(person, { maxLength: 2 }),
  trust: fc.boolean(),
  plan: planPart,
  accounts: fc.uniqueArray(person, { minLength: 1 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;
type PlanPart = World['plan'];

function planOf(lab: Lab, part: PlanPart, accounts: readonly string[]): RunPlan {
  const target = lab.get<{ server: string; store: string }>(
    `SELECT server.netbios AS server, mdb.name AS store FROM mdb JOIN server ON server.id = mdb.server_id
      JOIN admin_group g ON g.id = server.admin_group_id WHERE g.org_id = ? ORDER BY mdb.id LIMIT 1`,
    orgOf(lab, 'target').id,
  );
  const container = lab.get<{ dn: string }>(
    'SELECT dn FROM container WHERE org_id = ?',
    orgOf(lab, 'target').id,
  );
  return {
    mode: part.mode,
    source: 'EXCHANGE',
    accounts,
    sourceServer: '*',
    targetServer: target?.server ?? '',
    targetStore: target?.store ?? '',
    container: container?.dn ?? '',
    createAccounts: part.createAccounts,
    dateRange: part.filtered ? { from: 0, to: Date.UTC(2006, 0) } : null,
    subjectPrefixes: null,
    targetAddressDomain: part.targetAddressDomain,
    restrictToSid: part.restrictToSid,
    accountChoices: {},
  };
}

function runIt(lab: Lab, plan: RunPlan, ignoreGate: boolean, cancelledAfter: number | null = null): number {
  const started = startRun(lab, plan, { ignoreGate, asked: { batchRows: 10 } });
  if (!started.ok) throw new Error(started.failure.message);
  const news = migrate(lab, started.value);
  for (let batch = 0; news.next(batch === cancelledAfter ? 'cancel' : undefined).done !== true; ) batch += 1;
  return started.value;
}

function names(lab: Lab, ordinals: readonly number[]): string[] {
  const aliases = sourceAliases(lab);
  return ordinals.map((ordinal) => aliases[ordinal] ?? '').filter((alias) => alias !== '');
}

function rePoint(lab: Lab, user: string): void {
  const gc = lab.get<{ fqdn: string }>(
    "SELECT fqdn FROM server JOIN admin_group g ON g.id = admin_group_id WHERE g.org_id = ? AND role = 'gc'",
    orgOf(lab, 'target').id,
  );
  const done = exprofre(lab, { file: lab.path, user, targetgc: gc?.fqdn ?? '' });
  if (!done.ok) throw new Error(done.failure.message);
}

function ruleBytes(lab: Lab, kind: (typeof RULE_KINDS)[number], other: string): Uint8Array {
  const dn = `/o=Alder Mills/ou=First Administrative Group/cn=Recipients/cn=${other}`;
  const known =
    lab.get<{ dn: string }>('SELECT legacy_dn AS dn FROM directory_object WHERE alias = ?', other)?.dn ?? dn;
  switch (kind) {
    case 'forward':
      return encodeRuleActions([
        { op: 'forward', recipients: [encodeAddressBookEntryId(known.toUpperCase())] },
      ]);
    case 'dangling':
      return encodeRuleActions([{ op: 'copy', inThisStore: true, folder: { replid: 3, gc: 7 } }]);
    case 'other-store': {
      const storeEid = encodeStoreEntryId({ server: 'OLD', mailboxDn: known });
      return encodeRuleActions([{ op: 'move', inThisStore: false, storeEid, folderEid: new Uint8Array(46) }]);
    }
    default:
      return encodeRuleActions([{ op: 'markRead' }]);
  }
}

function changeRules(lab: Lab, facts: World): void {
  const aliases = sourceAliases(lab);
  const mailbox = (ordinal: number): number =>
    mailboxOf(lab, 'source', aliases[ordinal] ?? '')?.mailboxId ?? 0;
  for (const ordinal of facts.withoutRules)
    lab.run('DELETE FROM rule WHERE mailbox_id = ?', mailbox(ordinal));
  facts.extraRules.forEach(([ordinal, kind, other], index) => {
    lab.run(
      "INSERT INTO rule(mailbox_id, rule_id, folder_repl, folder_gc, name, sequence, state, condition, actions) VALUES(?, ?, 1, 1, ?, ?, 1, '{}', ?)",
      mailbox(ordinal),
      100 + index,
      kind,
      100 + index,
      ruleBytes(lab, kind, aliases[other] ?? ''),
    );
  });
}

function prepare(lab: Lab, facts: World): void {
  const aliases = sourceAliases(lab);
  if (facts.server !== 'SP1' && facts.server !== 'DLL by hand')
    installFix(lab, { file: lab.path, install: 'E2003SP2' });
  if (facts.server === 'hotfix') installFix(lab, { file: lab.path, install: 'KB919235' });
  if (facts.server === 'DLL by hand') putFile(lab, HOTFIX_MLMIG32);
  for (const [key, value] of Object.entries(facts.settings))
    setServer(lab, { file: lab.path, set: `${key}=${value}` });
  lab.run("UPDATE org SET trusts_source = ? WHERE role = 'target'", facts.trust ? 1 : 0);
  facts.outlooks.forEach((version, ordinal) => {
    lab.run(
      `UPDATE profile SET outlook = ?, mode = CASE WHEN ? = '2003' OR mode = 'online' THEN mode ELSE 'offlineFolders' END
        WHERE user_id = (SELECT id FROM directory_object WHERE alias = ? AND org_id = ?)`,
      version,
      version,
      aliases[ordinal] ?? '',
      orgOf(lab, 'source').id,
    );
  });
  changeRules(lab, facts);
  for (const user of names(lab, facts.composed)) outlook(lab, { file: lab.path, user, compose: 2 });
  for (const step of facts.earlier) {
    const chosen = names(lab, step.accounts);
    if (chosen.length > 0)
      runIt(lab, planOf(lab, step.plan, chosen), step.plan.ignoreGate, step.cancelledAfter);
    for (const user of names(lab, step.rePointed)) rePoint(lab, user);
    for (const user of names(lab, step.synchronized)) outlook(lab, { file: lab.path, user, sync: true });
    for (const mailbox of names(lab, step.purged)) purgeMailbox(lab, { file: lab.path, mailbox });
  }
  for (const ordinal of facts.loggedOn) {
    const there = lab.get<{ id: number }>(
      `SELECT m.id AS id FROM mailbox m JOIN directory_object o ON o.id = m.object_id WHERE o.org_id = ? ORDER BY m.id LIMIT 1 OFFSET ?`,
      orgOf(lab, 'target').id,
      ordinal,
    );
    if (there !== undefined) logOn(lab, there.id, Date.UTC(2006, 8, 5));
  }
  for (const [ordinal, kind] of facts.events)
    lab.run(
      `INSERT INTO planned(kind, source_mailbox, at) SELECT ?, m.id, 'before-stage-2' FROM mailbox m
        JOIN directory_object o ON o.id = m.object_id WHERE o.alias = ? AND o.org_id = ?`,
      kind,
      aliases[ordinal] ?? '',
      orgOf(lab, 'source').id,
    );
}

/** Effective mode, .ost and worst rule of every mailbox, as they are predicted and as they come out. */
function compare(lab: Lab, facts: World): void {
  const plan = planOf(lab, facts.plan, names(lab, facts.accounts));
  const predicted = predict(lab, plan, facts.plan.ignoreGate).map(({ alias, effectiveMode, ost, rules }) => ({
    alias,
    effectiveMode,
    ost,
    rules,
  }));
  const run = runIt(lab, plan, facts.plan.ignoreGate);
  const state = lab.get<{ state: string }>('SELECT state FROM run WHERE id = ?', run)?.state;
  if (state === 'refused') {
    expect(predicted.every((one) => one.effectiveMode === null && one.ost === null)).toBe(true);
    return;
  }
  for (const { id } of lab.all<{ id: number }>('SELECT id FROM run'))
    expect(predictionDifferences(lab, id)).toEqual([]);
  const report = fateReport(lab, { file: lab.path, run });
  if (!report.ok) throw new Error(report.failure.message);
  const observed = report.value.mailboxes.map((one) => ({
    alias: one.alias,
    effectiveMode: one.rules.length + one.references.length === 0 ? null : one.effectiveMode,
    ost: ostOutcome(one.ost),
    rules: worstFate(one.rules.map((rule) => rule.fate)),
  }));
  expect(observed).toEqual(predicted);
}

describe('the prediction', () => {
  it(
    `agrees with what is observed after the run, on ${RUNS} random labs with faults, events, earlier runs and purges`,
    () => {
      let number = 0;
      fc.assert(
        fc.property(world, (facts) => {
          number += 1;
          const file = join(folder, `${number}.mwlab`);
          const built = newLab({ file, seed: facts.seed, mailboxes: MAILBOXES, items: 40 });
          if (!built.ok) throw new Error(built.failure.message);
          const opened = openLab(file);
          if (!opened.ok) throw new Error(opened.failure.message);
          try {
            prepare(opened.value, facts);
            compare(opened.value, facts);
          } finally {
            opened.value.close();
            rmSync(file, { force: true });
          }
        }),
        { numRuns: RUNS },
      );
    },
    120_000 + RUNS * 1_000,
  );
});
