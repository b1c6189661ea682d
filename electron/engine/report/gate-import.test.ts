import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newLab } from '../build/new-lab.ts';
import { wholePlan } from '../migrate/import/whole-plan.ts';
import { type Lab, openLab } from '../store/lab.ts';
import { must } from '../testing/small-lab.ts';
import { evaluateGate } from './gate.ts';

let folder = '';
let lab: Lab | null = null;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mwlab-gate-'));
});
afterEach(() => {
  lab?.close();
  lab = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function built(scenario: string): Lab {
  const file = join(folder, `${scenario}-${Math.trunc(performance.now() * 1000)}.mwlab`);
  must(newLab({ file, scenario }));
  lab = must(openLab(file));
  return lab;
}

/** Articles that refuse a migration of everything of the lab's post office. */
function refusing(at: Lab): string[] {
  const office = at.get<{ name: string }>('SELECT name FROM post_office ORDER BY id')?.name ?? '';
  const plan = must(wholePlan(at, office));
  return evaluateGate(at, { mode: 'default', source: 'CCMAIL', plan })
    .rules.filter((rule) => rule.verdict === 'refuse')
    .map((rule) => rule.kb);
}

describe('the gate of a post office', () => {
  it.each([
    ['harbor', []],
    ['q251018', ['Q251018']],
    ['q251018-clear', []],
    ['q197114', ['Q197114']],
    ['q197114-clear', []],
    ['q197114-db6', []],
    ['q194218', ['Q194218']],
    ['q194218-clear', []],
    ['q194218-db6', []],
    ['q248195', ['Q248195']],
    ['q248195-clear', []],
  ])('in the scenario %s refuses because of %j', (scenario, articles) => {
    expect(refusing(built(scenario))).toEqual(articles);
  });
});
