import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunReport } from '../../../shared/ipc/shapes.ts';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import type { CcMailLabSpec } from '../build/ccmail-spec.ts';
import { checkLab } from '../migrate/check.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { beginWork, endWork } from '../migrate/claim.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { openSet } from '../migration-files/migration-set.ts';
import { surveySet, type SetSurvey } from '../migration-files/survey.ts';
import { labFolder } from '../server/lab-files.ts';
import { labDigest } from '../store/digest.ts';
import type { Lab } from '../store/lab.ts';
import { StoreFault } from '../store/store-fault.ts';
import { type CcMailTestLab, ccMailWorld, harborSpec, smallSpec, userSpec } from '../testing/ccmail-world.ts';
import { must } from '../testing/small-lab.ts';

const worlds: CcMailTestLab[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.discard();
});

function build(spec: CcMailLabSpec): CcMailTestLab {
  const world = ccMailWorld(spec);
  worlds.push(world);
  return world;
}

function drive(lab: Lab, run: number): RunReport {
  const work = migrate(lab, run);
  let step = work.next(undefined);
  while (step.done !== true) step = work.next(undefined);
  return step.value;
}

function extract({ lab, plan }: CcMailTestLab, change: Partial<PostOfficePlan> = {}): RunReport {
  return drive(lab, must(startImport(lab, plan(change), { ignoreGate: true, asked: {} }, STAGES)));
}

const folderOf = (lab: Lab, number = '001'): string =>
  join(labFolder(lab), 'C', 'MIGRATE', `HARBOR.${number}`);
const text = (lab: Lab, name: string): string => readFileSync(join(folderOf(lab), name), 'latin1');

function survey(lab: Lab): SetSurvey {
  const real = folderOf(lab);
  return surveySet(
    must(openSet({ simulated: 'C:\\MIGRATE\\HARBOR.001', real, packingList: 'HARBOR.PKL' })),
    true,
  );
}

/** All files of a lab by their path in its folder. */
function filesOf(lab: Lab): Record<string, string> {
  const root = labFolder(lab);
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(root.length), readFileSync(path, 'latin1')];
    }),
  );
}

describe('an extraction of a whole post office', () => {
  it('writes a set that reads without a complaint, with everybody and everything in it', () => {
    const world = build(harborSpec());
    const { lab } = world;
    const report = extract(world, { bulletinBoards: true });
    expect(report).toMatchObject({ state: 'completed', exit: 0 });
    const found = survey(lab);
    expect(found.faults).toEqual([]);
    expect(found.directoryEntries).toBe(8);
    expect(found.publicMessages).toBe(7);
    const counts = lab.all<{ key: string; count: number; books: number }>(
      `SELECT u.key AS key, count(m.ord) AS count,
         EXISTS (SELECT 1 FROM po_address WHERE user_id = u.id) OR EXISTS (SELECT 1 FROM po_list WHERE user_id = u.id) AS books
       FROM po_user u LEFT JOIN po_folder f ON f.user_id = u.id LEFT JOIN po_message m ON m.folder_id = f.id
       WHERE u.kind = 'local' GROUP BY u.id ORDER BY u.key`,
    );
    const told = found.users
      .map(({ address, sections, messages, addressBooks, entry }) => {
        expect([sections, entry]).toEqual([1, true]);
        return {
          key: address.slice('CCMAIL:'.length).replace(' at HARBOR', ''),
          count: messages,
          books: addressBooks,
        };
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(told).toEqual(counts);
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('names mailboxes with their old addresses and ~Server, a packing list with its code page', () => {
    const world = build(harborSpec());
    extract(world, { accounts: ['Vane Cora'] });
    expect(text(world.lab, 'HARBOR.PKL').split('\r\n')).toEqual([
      '850',
      '',
      'DIRECTORY.PRI',
      '00000001.PRI',
      '00000001.SEC',
      '',
    ]);
    expect(text(world.lab, 'DIRECTORY.PRI').split('\r\n').slice(0, 3)).toEqual([
      'DIRECTORY',
      'Obj-class,Mode,Common-Name,Display-Name,Secondary-Proxy-Addresses,Home-Server',
      'Mailbox,Create,VaneCora,"Vane, Cora",CCMAIL:Vane Cora at HARBOR;MIGRATE:CCMAIL:Vane Cora at HARBOR,~Server',
    ]);
    expect(text(world.lab, '00000001.PRI')).toMatch(
      /^MAILMESSAGE,CCMAIL:Vane Cora at HARBOR\r\nFolder,Sender,To,/,
    );
  });

  it('leaves mail, mailboxes and what is outside the range alone where it is told to', () => {
    const noMail = build(harborSpec());
    extract(noMail, { mail: false });
    expect(survey(noMail.lab)).toMatchObject({ faults: [], directoryEntries: 8 });
    expect(survey(noMail.lab).users.map(({ messages }) => messages)).toEqual(Array<number>(8).fill(0));
    const noMailboxes = build(harborSpec());
    extract(noMailboxes, { mailboxes: false });
    expect(survey(noMailboxes.lab).directoryEntries).toBe(0);
    const ranged = build(harborSpec());
    const { clock } = ranged.lab.get<{ clock: number }>('SELECT clock FROM lab') ?? { clock: 0 };
    const dateRange = { from: clock - 90 * 86_400_000, to: clock };
    const report = extract(ranged, { dateRange });
    const within = ranged.lab.get<{ count: number }>(
      `SELECT count(*) AS count FROM po_message m JOIN po_folder f ON f.id = m.folder_id WHERE f.user_id IS NOT NULL
         AND (coalesce(received, sent) IS NULL OR coalesce(received, sent) BETWEEN ? AND ?)`,
      dateRange.from,
      dateRange.to,
    );
    expect(survey(ranged.lab).users.reduce((sum, { messages }) => sum + messages, 0)).toBe(within?.count);
    expect(report.exit).toBe(0);
  });

  it('tells of each command line, each password that was reset, and where the list is', () => {
    const { lab, plan } = build(harborSpec());
    const run = must(
      startImport(lab, plan({ accounts: ['Vane Cora'] }), { ignoreGate: true, asked: {} }, STAGES),
    );
    drive(lab, run);
    const lines = lab
      .all<{ detail: string }>(
        "SELECT detail FROM journal WHERE run_id = ? AND kind = 'extracted' ORDER BY seq",
        run,
      )
      .map(({ detail }) => JSON.parse(detail) as { part: string; command?: string; list?: string });
    expect(lines.map(({ part }) => part)).toEqual([
      'password',
      'command',
      'messages',
      'address-book',
      'files',
      'directory',
      'packing-list',
    ]);
    expect(lines[1]?.command).toMatch(
      /^Export \/P\*{8} \/BATCH \/N"Vane, Cora" \/DM:\\ \/DATE\/1 \/FILES\/MACBIN2 \/ITEMSIZE \/FOLDER \/MSGS\/ALL \/@C:\\TEMP\\s\w{3}\.2$/,
    );
    const list = join(labFolder(lab), 'C', 'MIGRATE', 'HARBOR.001.password');
    expect(readFileSync(list, 'latin1')).toMatch(/^"Vane, Cora",[A-Z2-9]{8}\r\n$/);
    const password = readFileSync(list, 'latin1').slice(-10, -2);
    expect(lab.all("SELECT key FROM po_user WHERE password = 'reset'")).toEqual([{ key: 'Vane Cora' }]);
    expect(JSON.stringify(lab.all('SELECT detail FROM journal'))).not.toContain(password);
  });

  it.skipIf(process.platform === 'win32')('keeps the list of passwords for its owner alone', () => {
    const world = build(smallSpec({ users: [userSpec('Vane, Cora', 1)] }));
    extract(world);
    expect(statSync(`${folderOf(world.lab)}.password`).mode & 0o077).toBe(0);
  });

  it('sets no passwords in DB6, which Q169536 says of DB8 alone', () => {
    const world = build(
      smallSpec(
        { database: 'DB6', release: '5.1', users: [userSpec('Vane, Cora', 2)] },
        { programs: [{ set: 'dos-5.1', directory: 'C:\\exchsrvr\\bin', renamed: false, missing: [] }] },
      ),
    );
    expect(extract(world).exit).toBe(0);
    expect(world.lab.all("SELECT key FROM po_user WHERE password <> 'own'")).toEqual([]);
    expect(existsSync(join(labFolder(world.lab), 'C', 'MIGRATE', 'HARBOR.001.password'))).toBe(false);
  });
});

describe('an extraction that is cancelled', () => {
  it('stops after its batch, and leaves whom it did not reach alone', () => {
    const { lab, plan } = build(harborSpec());
    const run = must(
      startImport(
        lab,
        plan({ accounts: ['Vane Cora', 'Brack Imre'] }),
        { ignoreGate: true, asked: {} },
        STAGES,
      ),
    );
    const work = migrate(lab, run);
    work.next(undefined);
    let step = work.next('cancel');
    while (step.done !== true) step = work.next(undefined);
    expect(step.value).toMatchObject({ state: 'cancelled', exit: 2 });
    expect(step.value.mailboxes.map(({ alias, state }) => [alias, state])).toEqual([
      ['Vane Cora', 'not-reached'],
      ['Brack Imre', 'not-reached'],
    ]);
    expect(lab.all("SELECT key FROM po_user WHERE password = 'reset'")).toEqual([{ key: 'Vane Cora' }]);
    // The list of passwords is the key to the mailboxes whose passwords were set (Q169536).
    const list = join(labFolder(lab), 'C', 'MIGRATE', 'HARBOR.001.password');
    expect(readFileSync(list, 'latin1')).toContain('"Vane, Cora"');
  });
});

describe('an extraction that the disk gets in the way of', () => {
  it('says so in one sentence, and goes on from its beginning when it can', () => {
    const whole = build(harborSpec());
    const options = { ignoreGate: true, asked: {} };
    drive(whole.lab, must(startImport(whole.lab, whole.plan(), options, STAGES)));
    const { lab, plan } = build(harborSpec());
    const run = must(startImport(lab, plan(), options, STAGES));
    const work = migrate(lab, run);
    work.next(undefined);
    // Somebody made a folder where the next file is to be.
    mkdirSync(join(folderOf(lab), '00000002.PRI'));
    mkdirSync(join(folderOf(lab), '00000002.SEC'));
    expect(() => {
      while (work.next(undefined).done !== true);
    }).toThrow(StoreFault);
    expect(runReport(lab, run).state).toBe('interrupted');
    must(resumeRun(lab, run));
    expect(drive(lab, run)).toMatchObject({ state: 'completed', exit: 0 });
    expect(filesOf(lab)).toEqual(filesOf(whole.lab));
    expect(labDigest(lab)).toBe(labDigest(whole.lab));
  });
});

describe('the same extraction', () => {
  it('gives the same bytes and the same lab, interrupted or not', () => {
    const whole = build(harborSpec());
    const plan = whole.plan({ bulletinBoards: true });
    const options = { ignoreGate: true, asked: {} };
    drive(whole.lab, must(startImport(whole.lab, plan, options, STAGES)));
    for (const batches of [1, 3, 8]) {
      const other = build(harborSpec());
      const run = must(startImport(other.lab, plan, options, STAGES));
      const work = migrate(other.lab, run);
      for (let told = 0; told < batches; told += 1) work.next(undefined);
      work.return(runReport(other.lab, run));
      beginWork(other.lab, run);
      endWork(other.lab, run);
      must(resumeRun(other.lab, run));
      drive(other.lab, run);
      expect(filesOf(other.lab)).toEqual(filesOf(whole.lab));
      expect(labDigest(other.lab)).toBe(labDigest(whole.lab));
    }
  });

  it('takes nobody for extracted who is gone when it begins anew', () => {
    const { lab, plan } = build(
      smallSpec({
        users: [userSpec('Vane, Cora', 4), userSpec('Brack, Imre', 3), userSpec('Lund, Tove', 2)],
      }),
    );
    const run = must(startImport(lab, plan(), { ignoreGate: true, asked: {} }, STAGES));
    const work = migrate(lab, run);
    for (let told = 0; told < 2; told += 1) work.next(undefined);
    work.return(runReport(lab, run));
    lab.run("DELETE FROM po_user WHERE key IN ('Brack Imre', 'Vane Cora')");
    beginWork(lab, run);
    endWork(lab, run);
    must(resumeRun(lab, run));
    const report = drive(lab, run);
    expect(report).toMatchObject({ state: 'completed', exit: 2 });
    const ends = report.mailboxes.map((box) => [box.alias, box.state, box.why.map(({ rule }) => rule)]);
    expect(ends.sort()).toEqual([
      ['Brack Imre', 'failed', ['post-office-user-gone']],
      ['Lund Tove', 'completed', []],
      ['Vane Cora', 'failed', ['post-office-user-gone']],
    ]);
    expect(must(checkLab(lab)).violations).toEqual([]);
  });

  it('comes in several batches where a user has much, and the batches leave no trace in the files', () => {
    const world = build(smallSpec({ users: [userSpec('Vane, Cora', 450), userSpec('Brack, Imre', 3)] }));
    const { lab, plan } = world;
    const run = must(startImport(lab, plan(), { ignoreGate: true, asked: {} }, STAGES));
    drive(lab, run);
    const batches = lab.all<{ detail: string }>(
      "SELECT detail FROM journal WHERE run_id = ? AND kind = 'extracted' AND json_extract(detail, '$.part') = 'messages' ORDER BY seq",
      run,
    );
    expect(batches.map(({ detail }) => (JSON.parse(detail) as { messages: number }).messages)).toEqual([
      200, 200, 50, 3,
    ]);
    expect(survey(lab).faults).toEqual([]);
  });
});
