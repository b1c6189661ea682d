import { afterEach, describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../../shared/lab/run-plan.ts';
import { checkLab } from '../migrate/check.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import { migrate } from '../migrate/run.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld } from '../testing/ccmail-world.ts';
import { addOddMail, randomOffices } from '../testing/random-post-office.ts';
import { must } from '../testing/small-lab.ts';
import { postOffices } from './post-office-row.ts';

/*
 * The same random post offices in two labs: migrated in one step there, extracted and then imported from the files here.
 * What stands in the target afterwards is the same, message for message.
 */

const OFFICES = 50;
const LABS = Number(process.env.MWL_ROUND_TRIPS ?? 200) / OFFICES;

const worlds: CcMailTestLab[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.discard();
});

function build(seed: number): CcMailTestLab {
  const world = ccMailWorld(randomOffices(seed, OFFICES));
  worlds.push(world);
  // Nobody cares for these labs after a power failure, and the disk need not confirm each of their batches.
  world.lab.db.exec('PRAGMA synchronous = OFF');
  addOddMail(world.lab, seed);
  return world;
}

function drive(lab: Lab, plan: ImportPlan): string {
  const run = must(startImport(lab, plan, { ignoreGate: true, asked: {} }, STAGES));
  const work = migrate(lab, run);
  let step = work.next(undefined);
  while (step.done !== true) step = work.next(undefined);
  return step.value.state;
}

/** Puts the programs that a database asks for into Exchsrvr\Bin. */
function programsFor(lab: Lab, database: string): void {
  const version = database === 'DB6' ? '5.15' : '8.30.03';
  lab.run(
    "UPDATE server_file SET version = ? WHERE path LIKE '%\\Import.exe' OR path LIKE '%\\Export.exe'",
    version,
  );
}

/** Everything that the target holds, without keys, identifiers and times of the runs. */
function target(lab: Lab): Record<string, unknown[]> {
  return {
    objects: lab.all(
      `SELECT o.kind AS kind, o.dn AS dn, o.display_name AS name, o.target_address AS target, (SELECT group_concat(kind || ':' || address, ';')
         FROM (SELECT kind, address FROM proxy_address WHERE object_id = o.id ORDER BY kind, address)) AS proxies
       FROM directory_object o JOIN org ON org.id = o.org_id AND org.role = 'target' WHERE o.deleted_at IS NULL ORDER BY o.dn`,
    ),
    messages: lab.all(
      `WITH RECURSIVE place(mailbox, repl, gc, path) AS (
         SELECT mailbox_id, repl, gc, name FROM folder WHERE parent_gc IS NULL
         UNION ALL SELECT f.mailbox_id, f.repl, f.gc, place.path || '\\' || f.name FROM folder f
           JOIN place ON place.mailbox = f.mailbox_id AND place.repl = f.parent_repl AND place.gc = f.parent_gc)
       SELECT o.dn AS owner, place.path AS folder, m.class AS class, m.subject AS subject, m.sender AS sender, m.delivered AS delivered,
         m.is_read AS isRead, m.size AS size, hex(c.hash) AS content
       FROM message m JOIN mailbox b ON b.id = m.mailbox_id JOIN directory_object o ON o.id = b.object_id JOIN content c ON c.id = m.content_id
         JOIN place ON place.mailbox = m.mailbox_id AND place.repl = m.folder_repl AND place.gc = m.folder_gc
       WHERE m.is_fai = 0 ORDER BY o.dn, place.path, m.gc`,
    ),
    public: lab.all(
      `WITH RECURSIVE place(id, path) AS (SELECT id, name FROM public_folder WHERE parent_id IS NULL
         UNION ALL SELECT f.id, place.path || '\\' || f.name FROM public_folder f JOIN place ON place.id = f.parent_id)
       SELECT place.path AS folder, m.ord AS ord, m.sender AS sender, m.subject AS subject, m.sent AS sent, m.received AS received,
         m.size AS size, hex(c.hash) AS content FROM place LEFT JOIN public_message m ON m.folder_id = place.id
         LEFT JOIN content c ON c.id = m.content_id ORDER BY place.path, m.ord`,
    ),
  };
}

function counts(lab: Lab): { readonly extracted: number; readonly kept: number } {
  const row = lab.get<{ extracted: number; kept: number }>(
    `SELECT (SELECT count(*) FROM po_message) AS extracted,
       (SELECT count(*) FROM message m JOIN mailbox b ON b.id = m.mailbox_id WHERE m.is_fai = 0
          AND m.subject NOT LIKE 'Migrated Message File Address Book%') + (SELECT count(*) FROM public_message) AS kept`,
  );
  return row ?? { extracted: 0, kept: 0 };
}

describe('a set of files that was extracted and is imported again', () => {
  it.each(Array.from({ length: LABS }, (_, at) => at + 1))(
    'gives what one step gives, message for message (lab %i)',
    { timeout: 300_000 },
    (seed) => {
      const oneStep = build(seed);
      const twoSteps = build(seed);
      for (const po of postOffices(oneStep.lab)) {
        const accounts = oneStep.lab
          .all<{ key: string }>(
            "SELECT key FROM po_user WHERE po_id = ? AND kind = 'local' ORDER BY name, id",
            po.id,
          )
          .map(({ key }) => key);
        const common = {
          directory: po.directory,
          postOffice: po.name,
          accounts,
          bulletinBoards: true,
          folderOwner: 'Admin',
        };
        for (const { lab } of [oneStep, twoSteps]) programsFor(lab, po.database);
        const whole = oneStep.plan({ ...common, method: 'one-step', files: null });
        expect(drive(oneStep.lab, whole)).toBe('completed');
        const extract = twoSteps.plan(common);
        expect(drive(twoSteps.lab, extract)).toBe('completed');
        const { targetServer, targetStore, container, template, ntAccounts, folderOwner, folderAccess } =
          extract;
        expect(
          drive(twoSteps.lab, {
            source: 'FILE',
            mode: 'default',
            packingList: `C:\\MIGRATE\\${po.name}.001\\${po.name}.PKL`,
            targetServer,
            targetStore,
            container,
            template,
            ntAccounts,
            folderOwner,
            folderAccess,
          }),
        ).toBe('completed');
      }
      const { extracted, kept } = counts(oneStep.lab);
      expect(extracted).toBeGreaterThan(OFFICES);
      expect(kept).toBe(extracted);
      expect(target(twoSteps.lab)).toEqual(target(oneStep.lab));
      for (const { lab } of [oneStep, twoSteps]) expect(must(checkLab(lab)).violations).toEqual([]);
    },
  );
});
