import { encodeText } from '../../../shared/formats/migration-files/code-pages.ts';
import { printPackingList } from '../../../shared/formats/migration-files/packing-list.ts';
import { DIRECTORY_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import { setWriter } from '../../../shared/formats/migration-files/set-writer.ts';
import type { RunNews } from '../../../shared/ipc/shapes.ts';
import { PUBLIC_MESSAGES, type PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { RunControl, StageEnd } from '../migrate/control.ts';
import { logImport } from '../migrate/import/import-events.ts';
import type { ImportRun, SetFolder } from '../migrate/import/import-run.ts';
import { findPostOffice } from '../migrate/import/post-office.ts';
import { nextAccount, type RunAccount, runAccounts } from '../migrate/import/run-account.ts';
import { writeLine } from '../migrate/journal.ts';
import { defectActive } from '../server/defects.ts';
import type { Lab } from '../store/lab.ts';
import { pageOf } from './account-files.ts';
import { addressBookSupport } from './address-book.ts';
import { EXTRACT_REASONS } from './extract-reasons.ts';
import { exportRefusal, startTrouble } from './extract-troubles.ts';
import { extractAccount, type Extraction } from './extract-user.ts';
import { messageTroubles } from './message-troubles.ts';
import { type PostOffice, postOffice } from './post-office-row.ts';
import { passwordList } from './password-list.ts';
import { openOutput, type SetOutput } from './set-output.ts';

/*
 * Stage 1 of a run from a cc:Mail post office: for each user the wizard resets the password, runs Export, and writes what
 * came out into migration files. Nothing of it depends on time or chance, so that a repeated extraction gives the same bytes.
 */

/** Directory names have no blanks; two users whose keys differ in nothing else get numbers. */
function commonNames(rows: readonly RunAccount[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { key } of rows) {
    const base = key.replace(/[^\p{L}\p{N}-]/gu, '') || 'User';
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}${number}`;
    taken.add(name.toLowerCase());
    names.set(key, name);
  }
  return names;
}

/**
 * DIRECTORY.PRI: a mailbox for each user that was exported, with the old address as it will be found again (`MIGRATE:`), and
 * as secondary cc:Mail address (Q253306). Users whose export failed are not in it (modelled).
 */
function writeDirectory(extraction: Extraction, rows: readonly RunAccount[]): void {
  const { plan, po, output, lab, run } = extraction;
  const file = output.file('DIRECTORY.PRI');
  const writer = setWriter('DIRECTORY.SEC', pageOf(po));
  const entries = plan.mailboxes ? rows.filter(({ key }) => key !== PUBLIC_MESSAGES) : [];
  if (entries.length === 0) file.append(writer.comment(`No mailboxes of ${po.name}`).primary);
  else file.append(writer.directorySection(DIRECTORY_COLUMNS).primary);
  const names = commonNames(entries);
  for (const { key, displayName, address } of entries)
    file.append(
      writer.directoryEntry([
        ['Mailbox'],
        ['Create'],
        [names.get(key) ?? key],
        [displayName],
        [address, `MIGRATE:${address}`],
        ['~Server'],
      ]).primary,
    );
  file.close();
  lab.transact(() =>
    writeLine(lab, run.id, 'extracted', null, {
      part: 'directory',
      file: 'DIRECTORY.PRI',
      entries: entries.length,
    }),
  );
}

function writePackingList(extraction: Extraction, set: SetFolder, files: readonly string[]): void {
  const { lab, run, po, output } = extraction;
  const ending = (name: string): string[] => files.filter((file) => file.endsWith(name));
  const list = printPackingList({
    codePage: pageOf(po),
    primaries: ['DIRECTORY.PRI', ...ending('.PRI')],
    secondaries: ending('.SEC'),
  });
  const file = output.file(set.packingList);
  file.append(encodeText(1252, list).bytes);
  file.close();
  lab.transact(() =>
    writeLine(lab, run.id, 'extracted', null, {
      part: 'packing-list',
      file: set.packingList,
      codePage: pageOf(po),
      files: files.length + 1,
    }),
  );
}

function begin(
  lab: Lab,
  run: ImportRun,
  plan: PostOfficePlan,
  po: PostOffice,
  set: SetFolder,
  output: SetOutput,
): Extraction {
  const refusal = exportRefusal(lab, plan, po);
  const support = addressBookSupport(lab, po);
  const boards = lab.get<{ count: number }>(
    "SELECT count(*) AS count FROM po_folder WHERE po_id = ? AND kind = 'bulletin-board'",
    po.id,
  );
  return {
    lab,
    run,
    plan,
    po,
    output,
    seed: lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0,
    boards: boards?.count ?? 0,
    sectionForAll: po.database !== 'DB8' || !defectActive(lab, 'Q194218'),
    addressBooks: support.books,
    smtpEntries: support.smtp,
    refusal,
    troubleOf: messageTroubles(lab, po),
    passwords: po.database === 'DB8' && refusal === null ? passwordList(lab, run, set, output) : null,
  };
}

function* extractAccounts(extraction: Extraction, set: SetFolder): Generator<RunNews, StageEnd, RunControl> {
  const { lab, run } = extraction;
  const files: string[] = [];
  for (let row = nextAccount(lab, run.id, 0, ['waiting']); row !== null; ) {
    const done = yield* extractAccount(extraction, row);
    if (done.end !== null) return done.end;
    files.push(...done.files);
    row = nextAccount(lab, run.id, row.ord + 1, ['waiting']);
  }
  const rows = runAccounts(lab, run.id);
  const exported = rows.filter(({ state }) => state === 'extracted');
  if (exported.length === 0) return { end: 'failed', why: rows[0]?.why ?? [] };
  writeDirectory(extraction, exported);
  writePackingList(extraction, set, files);
  return null;
}

/**
 * Extracts what the plan asks for into the set's folder, user by user, batch by batch. What keeps the wizard from working at
 * all ends the run as failed; what happens to one user leaves the others alone.
 * @returns null when every file is there, else how the run ends
 */
export function* extractAll(
  lab: Lab,
  run: ImportRun,
  set: SetFolder,
): Generator<RunNews, StageEnd, RunControl> {
  const { plan } = run;
  if (plan.source !== 'CCMAIL') throw new Error(`run ${run.id} has no post office to extract from`);
  const found = findPostOffice(lab, plan.directory, plan.postOffice);
  if (!found.ok) return { end: 'failed', why: [EXTRACT_REASONS.gone] };
  const po = postOffice(lab, found.value.id);
  const trouble = startTrouble(lab, plan, po, set);
  if (trouble !== null) {
    lab.transact(() => {
      logImport(lab, run.id, trouble.event);
      writeLine(lab, run.id, 'extracted', null, {
        part: 'failed',
        rule: trouble.why.rule,
        message: trouble.event.text,
      });
    });
    return { end: 'failed', why: [trouble.why] };
  }
  const output = openOutput(lab, set);
  try {
    return yield* extractAccounts(begin(lab, run, plan, po, set, output), set);
  } finally {
    output.close();
  }
}
