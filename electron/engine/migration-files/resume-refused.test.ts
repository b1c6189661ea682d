import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAB_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import { beginWork, endWork } from '../migrate/claim.ts';
import { resumeRun } from '../migrate/resume.ts';
import { migrate } from '../migrate/run.ts';
import { runReport } from '../migrate/run-report.ts';
import { labFolder } from '../server/lab-files.ts';
import { labDigest } from '../store/digest.ts';
import { DIRECTORY, entry, type HandSet, handSet, mail, row, SECONDARY } from '../testing/hand-set.ts';
import { must } from '../testing/small-lab.ts';

/** A set with something wrong in every kind of section. */
const FILES = {
  'DIRECTORY.PRI': `${DIRECTORY}\r\n${entry('VaneC', 'Vane, Cora', 'Vane Cora')}\r\nMailbox,Modify,X,X,,\r\n${entry('MossI', 'Moss, Ira', 'Moss Ira')}\r\n`,
  '00000001.PRI': `${mail('Vane Cora', row('one'), 'Inbox,bad', row('two', '#00000001.SEC(51)'), row('three'))}\r\nPAB,CCMAIL:Vane Cora at HARBOR\r\n${PAB_COLUMNS.join(',')}\r\nentry,Dad,SMTP:dad@home.example\r\nnonsense,x,y\r\n`,
  '00000002.PRI': `PAB,CCMAIL:Moss Ira at HARBOR\r\nwrong heading\r\nentry,a,b\r\n\r\n${mail('Nobody', row('lost'), row('lost too'))}\r\n${mail('Moss Ira', row('four'))}`,
  '00000001.SEC': SECONDARY,
};

function standing({ lab, recovery }: HandSet): string[] {
  const passwords = join(labFolder(lab), 'C', 'exchsrvr', 'bin', 'Accounts.password');
  return [labDigest(lab), readFileSync(passwords, 'latin1'), ...recovery()];
}

/** Imports the set, stopped after so many batches and resumed; null: not stopped. Tells how many batches there were. */
function imported(stop: number | null): { readonly batches: number; readonly standing: string[] } {
  const world = handSet();
  try {
    const { lab } = world;
    const run = world.start({ ...world.lay(FILES), ntAccounts: 'RANDOM' }, 1);
    let batches = 0;
    if (stop !== null) {
      beginWork(lab, run);
      const work = migrate(lab, run);
      for (let told = 0; told < stop; told += 1) work.next(undefined);
      work.return(runReport(lab, run));
      endWork(lab, run);
      must(resumeRun(lab, run));
    }
    const work = migrate(lab, run);
    while (work.next(undefined).done !== true) batches += 1;
    expect(world.violations()).toEqual([]);
    return { batches, standing: standing(world) };
  } finally {
    world.discard();
  }
}

it('a set full of errors ends the same wherever it was interrupted: lab, recovery file, passwords', () => {
  const whole = imported(null);
  expect(whole.standing).toHaveLength(3);
  expect(whole.batches).toBeGreaterThan(12);
  for (let stop = 0; stop < whole.batches; stop += 1)
    expect(imported(stop).standing, `after ${stop} batches`).toEqual(whole.standing);
});
