import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mode } from '../../../shared/lab/run-plan.ts';
import { checkLab } from '../migrate/check.ts';
import { migrate } from '../migrate/run.ts';
import { startRun } from '../migrate/start-run.ts';
import type { Lab } from '../store/lab.ts';
import { checkRun } from './check-run.ts';
import { readModel } from './read-model.ts';
import { must, type SmallLab, smallLab } from './small-lab.ts';

/** A violation that somebody plants, as an UPDATE or DELETE; $T and $S: the first target and source mailbox of the run. */
interface Plant {
  readonly what: string;
  readonly mode: Mode;
  readonly sql: string;
  /** What `lab check` and the model have to name; null: that one cannot see it. */
  readonly check: string | null;
  readonly model: string | null;
}

const FIRST = (mailbox: '$T' | '$S'): string =>
  `mailbox_id = ${mailbox} AND (repl, gc) = (SELECT repl, gc FROM message WHERE mailbox_id = ${mailbox} AND is_fai = 0 ORDER BY repl, gc LIMIT 1)`;

const PLANTS: readonly Plant[] = [
  {
    what: 'a source key of a message is flipped',
    mode: 'clone',
    sql: `UPDATE message SET gc = gc + 1000000 WHERE ${FIRST('$T')}`,
    check: 'C2',
    model: 'C2',
  },
  {
    what: 'a change number is another',
    mode: 'clone',
    sql: `UPDATE message SET cn_gc = cn_gc + 1000000 WHERE ${FIRST('$T')}`,
    check: 'C2',
    model: 'C2',
  },
  {
    what: 'a change key is another',
    mode: 'clone',
    sql: `UPDATE message SET change_key = x'00112233445566778899aabbccddeeff00000001' WHERE ${FIRST('$T')}`,
    check: 'C2',
    model: 'C2',
  },
  {
    what: 'a search key is another',
    mode: 'clone',
    sql: `UPDATE message SET search_key = x'00112233445566778899aabbccddeeff' WHERE ${FIRST('$T')}`,
    check: 'C2',
    model: 'C2',
  },
  {
    what: 'a folder is gone',
    mode: 'clone',
    sql: "DELETE FROM folder WHERE mailbox_id = $T AND well_known = 'notes'",
    check: 'C1',
    model: 'C1',
  },
  {
    what: 'a folder has another change number',
    mode: 'clone',
    sql: "UPDATE folder SET cn_gc = cn_gc + 99999 WHERE mailbox_id = $T AND well_known = 'inbox'",
    check: 'C1',
    model: 'C1',
  },
  {
    what: 'the store GUID is another',
    mode: 'clone',
    sql: 'UPDATE mailbox SET store_guid = randomblob(16) WHERE id = $T',
    check: 'C3',
    model: 'C3',
  },
  {
    what: 'the .ost key is another',
    mode: 'clone',
    sql: 'UPDATE mailbox SET ost_key = randomblob(16) WHERE id = $T',
    check: 'C3',
    model: 'C3',
  },
  {
    what: 'a source message is altered',
    mode: 'default',
    sql: `UPDATE message SET cn_gc = cn_gc + 1000000, size = size + 1 WHERE ${FIRST('$S')}`,
    check: 'C10',
    model: 'C10',
  },
  {
    what: 'a source message is gone',
    mode: 'clone',
    sql: `DELETE FROM message WHERE ${FIRST('$S')}`,
    check: 'C10',
    model: 'C10',
  },
  {
    what: 'a copy has the id of a source message',
    mode: 'default',
    sql: `UPDATE message SET (repl, gc) = (SELECT repl, gc FROM message WHERE ${FIRST('$S')}) WHERE ${FIRST('$T')}`,
    check: 'D1',
    model: 'D1',
  },
  {
    what: 'a copy has the change number of a source message',
    mode: 'default',
    sql: `UPDATE message SET (cn_repl, cn_gc) = (SELECT cn_repl, cn_gc FROM message WHERE ${FIRST('$S')}) WHERE ${FIRST('$T')}`,
    check: 'D1',
    model: 'D1',
  },
  {
    what: 'a copy has another search key',
    mode: 'default',
    sql: `UPDATE message SET search_key = x'00112233445566778899aabbccddeeff' WHERE ${FIRST('$T')}`,
    check: 'D2',
    model: 'D2',
  },
  {
    what: 'a copy is gone',
    mode: 'default',
    sql: `DELETE FROM message WHERE ${FIRST('$T')}`,
    check: 'D2',
    model: 'D2',
  },
  {
    what: 'a copy is untrue',
    mode: 'default',
    sql: `UPDATE message SET subject = 'Something else' WHERE ${FIRST('$T')}`,
    check: 'D2',
    model: 'D2',
  },
  {
    what: 'a rule of the source came along as it was',
    mode: 'default',
    sql: `INSERT INTO rule SELECT $T, rule_id, folder_repl, folder_gc, name, sequence, state, condition, actions FROM rule WHERE mailbox_id = $S`,
    check: 'prediction',
    model: 'D5',
  },
  {
    what: 'the .ost key becomes that of the source',
    mode: 'default',
    sql: `UPDATE mailbox SET ost_key = (SELECT ost_key FROM mailbox WHERE id = $S) WHERE id = $T`,
    check: 'C12',
    model: 'D3',
  },
];

const REFERENCES: readonly (Plant & { readonly check: string })[] = [
  {
    what: 'a rule has the bytes of the source',
    mode: 'clone',
    sql: 'UPDATE rule SET actions = (SELECT actions FROM rule s WHERE s.mailbox_id = $S AND s.rule_id = rule.rule_id) WHERE mailbox_id = $T',
    check: 'C6',
    model: 'C6',
  },
  {
    what: 'an entry ID in a property is another',
    mode: 'clone',
    sql: 'UPDATE folder_ref SET eid = randomblob(46) WHERE mailbox_id = $T AND prop = 14032',
    check: 'C4',
    model: 'C4',
  },
];

let base: SmallLab;
beforeAll(() => {
  base = smallLab(3, 2, 60);
});
afterAll(() => base.discard());

function plant(lab: Lab, sql: string): void {
  const pair = lab.get<{ source: number; target: number }>(
    'SELECT source_mailbox AS source, target_mailbox AS target FROM run_mailbox ORDER BY run_id DESC, ord LIMIT 1',
  );
  const changed = lab.run(
    sql.replaceAll('$T', String(pair?.target)).replaceAll('$S', String(pair?.source)),
  ).changes;
  expect(changed).toBeGreaterThan(0);
}

/** Runs a migration in which a violation is planted: while the first mailbox is copied, or when the run is over. */
function runWith({ mode, sql }: Plant, when: 'copying' | 'over') {
  const { lab, plan } = base.twin();
  lab.db.exec('PRAGMA foreign_keys = OFF');
  const before = readModel(lab);
  const asked = plan(mode);
  const run = must(startRun(lab, asked, { ignoreGate: false, asked: { batchRows: 5 } }));
  const batches = migrate(lab, run);
  let step = batches.next();
  let open = when === 'copying';
  while (step.done !== true) {
    const copying = lab.get("SELECT 1 FROM run_mailbox WHERE ord = 0 AND state = 'copying' AND copied > 20");
    if (open && copying !== undefined) {
      plant(lab, sql);
      open = false;
    }
    step = batches.next();
  }
  expect(open).toBe(false);
  if (when === 'over') plant(lab, sql);
  const checked = must(checkLab(lab));
  const model = checkRun({ before, after: readModel(lab), plan: asked, report: step.value });
  return {
    check: checked.violations.map(({ invariant }) => invariant),
    later: checked.later,
    model: model.map(({ invariant }) => invariant),
  };
}

describe('a violation planted while a mailbox is copied', () => {
  it.each(PLANTS.filter(({ check }) => check !== null))(
    'in $mode mode, $what: lab check names $check',
    (planted) => expect(runWith(planted, 'copying').check).toContain(planted.check),
  );
  it.each(PLANTS.filter(({ model }) => model !== null))(
    'in $mode mode, $what: the model names $model',
    (planted) => expect(runWith(planted, 'copying').model).toContain(planted.model),
  );
});

describe('a violation planted when the run is over', () => {
  it.each([...PLANTS.filter(({ check }) => check !== null && /^(C[1-6]|D\d)$/.test(check)), ...REFERENCES])(
    'in $mode mode, $what: lab check names $check',
    (planted) => {
      const found = runWith(planted, 'over');
      expect(found.check).toContain(planted.check);
    },
  );
  it.each(REFERENCES)('in $mode mode, $what: the model names $model', (planted) =>
    expect(runWith(planted, 'over').model).toContain(planted.model),
  );
  it('is told from a change that came later, which has a change number of its own', () => {
    const later = runWith(
      {
        what: '',
        mode: 'clone',
        sql: `UPDATE message SET cn_repl = (SELECT repl FROM mdb JOIN mailbox ON mdb_id = mdb.id WHERE mailbox.id = $T),
          cn_gc = (SELECT max(next_gc) FROM mdb JOIN mailbox ON mdb_id = mdb.id WHERE mailbox.id = $T), subject = 'Edited' WHERE ${FIRST('$T')}`,
        check: null,
        model: null,
      },
      'over',
    );
    expect(later.check).toEqual([]);
    expect(later.later).toHaveLength(1);
  });
});
