import type { Why } from '../../shared/evidence.ts';
import type { LabOutput } from '../../shared/ipc/lab-commands.ts';
import type { Fate, GateReport, RunReport } from '../../shared/ipc/shapes.ts';
import { ruleText } from '../../shared/text/evidence-text.ts';
import { text } from '../../shared/text/text.ts';
import { printForeign } from './print-foreign.ts';
import { facts, table, when } from './table.ts';

interface Grounds {
  readonly evidence: string;
  readonly source: string | null;
  readonly reason: string | null;
}

/** 'documented, KB919235' or 'modelled: the reason'. */
export function grounds(why: Grounds): string {
  const source = why.source === null ? '' : `, ${why.source}`;
  const reason = why.reason === null ? '' : `: ${why.reason}`;
  return `${why.evidence}${source}${reason}`;
}

function printOrg(title: string, org: LabOutput<'show'>['source']): string {
  const servers = org.servers.map((server) => `${server.netbios} (${server.version})`).join(', ');
  const boxes = table(
    ['Alias', 'Name', 'Initialized', 'Folders', 'Items', 'Bytes'],
    org.mailboxes.map((box) => [
      box.alias,
      box.displayName,
      box.initialized ? 'yes' : 'no',
      box.folders,
      box.items,
      box.bytes,
    ]),
  );
  return `${title}: ${org.name} (${org.domain}), ${servers}; global catalog ${org.gc}\n${boxes}`;
}

/** Section by section, for each list may name 50,000 mailboxes. */
export function* printLab(lab: LabOutput<'show'>): Generator<string> {
  let before = '';
  for (const section of labSections(lab)) {
    yield before + section;
    before = '\n';
  }
}

function* labSections(lab: LabOutput<'show'>): Generator<string> {
  const { server } = lab;
  // Programs of cc:Mail have flavours; a server without them gets no empty columns.
  const lotus = server.files.some((file) => file.flavour !== null);
  const files = table(
    ['File', 'Version', ...(lotus ? ['Flavour', 'Shipped as'] : []), 'Size', 'Date (UTC)', 'Grounds'],
    server.files.map((file) => [
      file.path,
      file.version,
      ...(lotus ? [file.flavour, file.shippedAs] : []),
      file.size,
      file.dateUtc,
      grounds(file),
    ]),
  );
  const drives = server.drives.map(({ letter, path }) => `${letter} ${path}`);
  const products = server.products.map((row) => `${row.name} ${row.level} (build ${row.build})`);
  const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join('; '));
  yield facts([
    ['Digest', lab.digest],
    ['Scenario', lab.scenario ?? 'generated'],
    ['Seed', String(lab.seed)],
    ['Lab clock', when(lab.clock)],
  ]);
  yield printOrg('Source', lab.source);
  yield printOrg('Target', lab.target);
  yield* printForeign(lab);
  yield `Migration server: ${list(products)}\nInstalled: ${list(server.fixes.map((fix) => fix.id))}\nAvailable: ${list(
    server.available.map((fix) => `${fix.id} (needs ${fix.needs})`),
  )}\nServices: ${list(server.services.map(({ name, state }) => `${name} ${state}`))}\nDrives: ${list(drives)}\n${files}`;
  yield `Outlook profiles\n${table(
    ['Alias', 'Workstation', 'Outlook', 'Mode', 'Points to', '.ost', 'Unsynchronized'],
    lab.profiles.map((row) => [
      row.alias,
      row.workstation,
      row.outlook,
      row.mode,
      row.pointsTo,
      row.ost,
      row.unsynchronised,
    ]),
  )}`;
  if (lab.planned.length > 0)
    yield `Inside the next run\n${lab.planned.map((act) => `${act.kind} ${act.alias} ${act.at}\n`).join('')}`;
}

export function printIds(ids: LabOutput<'ids'>): string {
  return [
    facts([
      ['Store GUID', ids.storeGuid],
      ['.ost key', ids.ostKey],
    ]),
    table(
      ['Folder', 'Source key', 'Change number', 'Role'],
      ids.folders.map((row) => [row.path.join(' / '), row.sourceKey, row.changeNumber, row.wellKnown]),
    ),
    table(
      ['Message', 'Folder', 'Source key', 'Change number', 'Search key'],
      ids.messages.map((row) => [
        row.subject,
        row.folder.join(' / '),
        row.sourceKey,
        row.changeNumber,
        row.searchKey,
      ]),
    ),
    table(
      ['Rule', 'Leads to'],
      ids.rules.map((rule) => [rule.name, rule.target === null ? 'nowhere' : rule.target.join(' / ')]),
    ),
  ].join('\n');
}

export function printGate(gate: GateReport): string {
  const rules = gate.rules.map((rule) => {
    const head = `[${rule.verdict}] ${rule.kb}: ${rule.title}\n  needs: ${rule.needs}\n  found: ${rule.found}\n`;
    return `${head}${rule.advice.map((line) => `  ${line}\n`).join('')}  (${grounds(rule)})\n`;
  });
  return `${rules.join('')}${gate.ok ? 'The gate lets it pass.' : 'The gate refuses.'}\n`;
}

/** Every rule that decided something, once, in words and with its grounds. */
function legend(reasons: readonly (Grounds & { readonly rule: string })[]): string {
  const lines = new Set(reasons.map((why) => `  ${why.rule}: ${ruleText(why.rule)} (${grounds(why)})\n`));
  return lines.size === 0 ? '' : `\nWhy\n${[...lines].join('')}`;
}

function fateRows(alias: string, kind: string, fates: readonly Fate[]): (readonly string[])[] {
  return fates.map((fate) => [alias, kind, fate.name, fate.fate, fate.rule]);
}

export function printFates(report: LabOutput<'fate'>): string {
  const rows = report.mailboxes.flatMap((box) => [
    ...fateRows(box.alias, '.ost', box.ost === null ? [] : [box.ost]),
    ...fateRows(box.alias, 'rule', box.rules),
    ...fateRows(box.alias, 'reference', box.references),
    ...fateRows(box.alias, 'permission', box.permissions),
  ]);
  const fates = report.mailboxes.flatMap((box) => [
    ...(box.ost === null ? [] : [box.ost]),
    ...box.rules,
    ...box.references,
    ...box.permissions,
  ]);
  const head = ['Mailbox', 'What', 'Name', 'Fate', 'Rule'];
  if (report.note !== undefined) return `Run ${report.run}\n${report.note}\n`;
  return `Run ${report.run}\n${table(head, rows)}${legend(fates)}`;
}

export function printOutlook(seen: LabOutput<'outlook'>): string {
  const steps = seen.steps.map((line) => `  ${line.text} (${grounds(line)})\n`).join('');
  const counts = facts([
    ['.ost', `${seen.binding} (${grounds(seen)})`],
    ['Message', seen.message],
    [
      'Downloaded',
      `${seen.downloadedItems} items, ${seen.downloadedBytes} bytes, ${seen.downloadedFolders} folders`,
    ],
    ['Deleted', `${seen.deletedItems} items, ${seen.deletedFolders} folders`],
    ['Uploaded', `${seen.uploadedItems} items`],
    ['Conflicts', seen.conflicts],
    ['Not synchronized', seen.unsynchronised],
  ]);
  if (seen.stranded.length === 0) return `${counts}${steps}`;
  const stranded = table(
    ['Stranded in', 'Subject', 'What would rescue it'],
    seen.stranded.map((item) => [item.folder, item.subject, item.rescue]),
  );
  return `${counts}${steps}${stranded}`;
}

/** @param why reasons of the run as a whole, which no account carries */
export function printReport(report: RunReport, why: readonly Why[] = []): string {
  const rows = table(
    ['Mailbox', 'Asked for', 'Done in', 'State', 'Copied', 'Skipped', 'Replaced', 'Why'],
    report.mailboxes.map((box) => [
      box.alias,
      box.requestedMode,
      box.effectiveMode,
      box.state,
      box.copied,
      box.skipped,
      box.replaced,
      box.why.map((why) => why.rule).join(', '),
    ]),
  );
  return `${rows}${legend([...why, ...report.mailboxes.flatMap((box) => box.why)])}${mergeNote(report)}`;
}

/** After a clone run that ended early: what it cloned is initialized now, which the next run will meet (KB842101). */
function mergeNote({ mode, state, mailboxes }: RunReport): string {
  const cloned = mailboxes.some((box) => box.effectiveMode === 'clone' && box.copied > 0);
  const early = state === 'failed' || state === 'cancelled';
  return mode === 'clone' && early && cloned ? `\n${text('wizard.completing.merge-note')}\n` : '';
}

/** One side of a comparison in a few words: `default, .ost REBUILD, rules LOST 2`. */
export function brief(side: unknown): string {
  if (typeof side !== 'object' || side === null) return '-';
  const parts = Object.entries(side).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'run' || name === 'requestedMode' || value === null || value === 0) return [];
    if (name === 'effectiveMode' || name === 'state') return [String(value)];
    if (typeof value !== 'object') return [`${name} ${String(value)}`];
    const counts = Object.entries(value).map(([fate, count]) => `${fate} ${String(count)}`);
    return counts.length === 0 ? [] : [`${name} ${counts.join(' ')}`];
  });
  return parts.join(', ');
}
