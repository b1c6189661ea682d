import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MESSAGE_COLUMNS, PAB_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import { mutate } from '../../../shared/formats/migration-files/testing/mutate.ts';
import { draw } from '../../../shared/lab/draw.ts';
import { STAGES } from '../migrate/import/all-stages.ts';
import { startImport } from '../migrate/import/start-import.ts';
import {
  DIRECTORY,
  entry,
  type HandSet,
  handSet,
  mail,
  row,
  SECOND_BODY,
  SECONDARY,
} from '../testing/hand-set.ts';

/** Sets that are imported; `MWL_FUZZ` makes it as many as one has time for. */
const ROUNDS = Number(process.env.MWL_FUZZ ?? 60);
const SEED = Number(process.env.MWL_FUZZ_SEED ?? 4);

let world: HandSet;
beforeEach(() => {
  world = handSet();
  // Nobody cares for this lab after a power failure.
  world.lab.db.exec('PRAGMA synchronous = OFF');
});
afterEach(() => world.discard());

/** A sound set with everything in it, of people who are new in each round. */
function files(round: number): Record<string, string> {
  const key = `Vane Cora ${round}`;
  return {
    'DIRECTORY.PRI': `${DIRECTORY}\r\n${entry(`Vane${round}`, `Vane, Cora ${round}`, key)}\r\n`,
    '00000001.PRI': `${mail(
      key,
      row('one', '#00000001.SEC(50)'),
      row('two', `#00000001.SEC(${SECOND_BODY})`, '"Filed\\Mail"'),
      row('three', 'short text', 'Sent Items'),
    )}\r\nPAB,CCMAIL:${key} at HARBOR\r\n${PAB_COLUMNS.join(',')}\r\nentry,Dad,SMTP:dad@home.example\r\n`,
    '00000002.PRI': `MAILMESSAGE,PublicMessages\r\n${MESSAGE_COLUMNS.join(',')}\r\n${row('tides', '', 'Boards')}\r\n`,
    '00000001.SEC': SECONDARY,
  };
}

it(
  `${ROUNDS} mutated sets are imported or refused in words, and every line is accounted for, seed ${SEED}`,
  () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const drawn = draw(SEED, 'fuzz-import', '', round);
      const set = files(round);
      const plan = world.lay(set);
      for (const name of [...Object.keys(set), 'HAND.PKL'].filter(() => drawn.chance(0.4))) {
        const file = join(world.folder(), name);
        writeFileSync(file, mutate(readFileSync(file), drawn));
      }
      const started = startImport(
        world.lab,
        plan,
        { ignoreGate: true, asked: { batchRows: drawn.between(1, 5) } },
        STAGES,
      );
      if (!started.ok) {
        expect(started.failure.message, `round ${round}`).toMatch(/^[A-Z].{20,}\.$/s);
        continue;
      }
      const report = world.drive(started.value);
      expect(report.state, `round ${round}`).toBe('completed');
      expect(world.violations(), `round ${round}`).toEqual([]);
      const told = report.mailboxes.every(
        ({ skipped, state, why }) => (skipped === 0 && state === 'completed') || why.length > 0,
      );
      expect(told, `round ${round}`).toBe(true);
    }
  },
  120_000 + ROUNDS * 600,
);
