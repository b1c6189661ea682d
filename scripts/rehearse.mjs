import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError, at } from './places.mjs';
import { runNode } from './spawn.mjs';

/*
 * The rehearsal without a window: one lab, both modes on a fork of it each, everybody's profile re-pointed, everybody's
 * Outlook opened; then what became of everybody, side by side.
 */
const print = (line = '') => process.stdout.write(`${line}\n`);

/** Runs one of the two commands and answers its JSON; a result of `mayExit` is no error. */
async function ask(program, args, mayExit = [0, 1]) {
  const { code, text } = await runNode(at('out', 'main', `${program}.js`), [...args, '--json'], {
    output: 'keep',
  });
  if (!mayExit.includes(code)) throw new SetupError(`${program} ${args[0]} ended with ${code}; see above.`);
  return JSON.parse(text);
}
const lab = (...args) => ask('lab', args);

async function readyForClone(file) {
  const gate = await lab('gate', file, '--mode', 'clone');
  for (const rule of gate.rules.filter((each) => each.verdict === 'refuse')) {
    print(`  refused by ${rule.kb}: found ${rule.found}; needed ${rule.needs}`);
  }
  if (gate.ok) return;
  const { server } = await lab('show', file);
  const installed = new Set(server.fixes.map((fix) => fix.id));
  for (const id of ['E2003SP2', 'KB919235'].filter((each) => !installed.has(each))) {
    await lab('fix', file, '--install', id);
    print(`  installed ${id}`);
  }
}

async function migrate(file, switches) {
  const report = await ask('mailmig', [...switches, '--lab', file, '--accounts', 'all'], [0, 1, 2]);
  print(`  ${report.state}, exit ${report.exit}: ${report.mailboxes.length} mailboxes`);
  return report;
}

/** Re-points everybody's profile, which a migration alone does not do; answers whose there are. */
async function repoint(file) {
  const { target, profiles } = await lab('show', file);
  await lab('exprofre', file, '--user', 'all', '--targetgc', target.gc);
  return new Set(profiles.map((profile) => profile.alias));
}

async function openOutlook(file, aliases) {
  const opened = new Map();
  for (const alias of aliases) {
    opened.set(alias, await lab('outlook', file, '--user', alias, '--sync'));
  }
  return opened;
}

async function rehearseMode(title, file, switches, prepare) {
  print(title);
  await prepare?.(file);
  const report = await migrate(file, switches);
  const aliases = await repoint(file);
  // Before anybody opens Outlook: afterwards a rejected .ost has been set aside, and the new one is what is there.
  const { mailboxes } = await lab('fate', file);
  const opened = await openOutlook(file, aliases);
  return new Map(
    report.mailboxes.map((box) => [
      box.alias,
      { box, fates: mailboxes.find((each) => each.alias === box.alias), outlook: opened.get(box.alias) },
    ]),
  );
}

function tally(fates) {
  const counts = new Map();
  for (const { fate } of fates ?? []) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return [...counts].map(([fate, count]) => `${count} ${fate}`).join(', ') || '-';
}

function printOne(mode, entry) {
  if (entry === undefined) return;
  const { box, fates, outlook } = entry;
  const ost = fates?.ost ?? null;
  const lost = ost === null || ost.lostItems.length === 0 ? '' : `, ${ost.lostItems.length} items lost`;
  print(
    `  ${mode.padEnd(8)} went as ${box.effectiveMode ?? 'nothing'}, ${box.copied} copied, ${box.skipped} skipped`,
  );
  print(`           .ost ${ost === null ? 'none' : ost.fate}${lost}; rules ${tally(fates?.rules)}`);
  if (outlook !== undefined) {
    print(
      `           Outlook: ${outlook.binding}, ${outlook.downloadedItems} downloaded, ${outlook.uploadedItems} uploaded`,
    );
  }
  if (ost !== null)
    print(
      `           why: ${ost.rule}${ost.reason ? `: ${ost.reason}` : ''} (${ost.evidence}${ost.source ? `, ${ost.source}` : ''})`,
    );
}

/** Both modes on forks of the named lab, or of a fresh sample lab. Answers the exit code. */
export async function rehearse(args) {
  const named = args.find((arg) => arg.endsWith('.mwlab'));
  if (named !== undefined && !existsSync(named))
    throw new SetupError(`${named} does not exist; name a lab that does.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'migration-wizard-lab-'));
  const forked = (name) => path.join(folder, `${name}.mwlab`);
  const first = named ?? forked('sample');
  try {
    if (named === undefined) {
      const made = await lab('new', first);
      print(
        `The sample lab: ${made.mailboxes} mailboxes, ${made.items} items, digest ${made.digest.slice(0, 16)}`,
      );
    }
    await lab('copy', first, forked('default'));
    await lab('copy', first, forked('clone'));
    const merged = await rehearseMode('Default mode (mailmig)', forked('default'), []);
    const cloned = await rehearseMode('Clone mode (mailmig /m)', forked('clone'), ['/m'], readyForClone);
    print();
    print('What became of everybody');
    for (const alias of new Set([...merged.keys(), ...cloned.keys()])) {
      print(alias);
      printOne('default', merged.get(alias));
      printOne('clone', cloned.get(alias));
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
