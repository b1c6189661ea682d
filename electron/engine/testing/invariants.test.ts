import { beforeAll, describe, expect, it } from 'vitest';
import { checkLab } from '../migrate/check.ts';
import { fateReport } from '../report/fate.ts';
import { showIds } from '../report/ids.ts';
import { checkClient } from './check-client.ts';
import { checkIds } from './check-ids.ts';
import { checkFates } from './check-fates.ts';
import type { Complaint } from './check-merge.ts';
import { checkVerbatim } from './check-verbatim.ts';
import { sourceOf, targetOf } from './reference-model.ts';
import { stories, type Sweep, sweep, type Told } from './sweep.ts';

/** How often each situation came up, so that a sweep that meets nothing does not pass. */
const met = new Map<string, number>();

function note(situation: string): void {
  met.set(situation, (met.get(situation) ?? 0) + 1);
}

function checkFile({ lab }: Told): Complaint[] {
  const checked = checkLab(lab);
  if (!checked.ok) return [{ invariant: 'check', text: checked.failure.message }];
  return checked.value.violations.map(({ invariant, alias, text }) => ({
    invariant: 'check',
    text: `lab check names ${invariant} for ${alias}: ${text}`,
  }));
}

function checkTargets(told: Told): Complaint[] {
  const { before, after, report, plan, lab } = told;
  if (report === null) return [];
  return report.mailboxes.flatMap((outcome) => {
    const target = targetOf(after, report.run, outcome.alias)?.mailbox;
    const source = sourceOf(after, outcome.alias).mailbox;
    if (outcome.state !== 'completed' || target === undefined) {
      note(outcome.state);
      return [];
    }
    const again = before.mailboxes.get(target.id)?.initialized === true;
    note(`${outcome.requestedMode} as ${outcome.effectiveMode}${again ? ' again' : ''}`);
    if (outcome.replaced > 0) note('replaced');
    if (plan.targetAddressDomain !== null) note('bounced');
    const shown = showIds(lab, { file: lab.path, org: 'target', mailbox: outcome.alias });
    return [
      ...(shown.ok ? checkIds(shown.value, target) : [{ invariant: 'C4', text: shown.failure.message }]),
      ...(target.initializedBy === 'clone' ? [] : checkVerbatim(source, target)),
    ];
  });
}

/** Fates of completed mailboxes, as observed, against the facts. */
function checkObserved({ lab, after, report }: Told): Complaint[] {
  if (report?.run === null || report?.run === undefined) return [];
  const told = fateReport(lab, { file: lab.path, run: report.run });
  if (!told.ok) return [{ invariant: 'fates', text: told.failure.message }];
  return told.value.mailboxes
    .filter(({ alias }) => report.mailboxes.some((one) => one.alias === alias && one.state === 'completed'))
    .flatMap((fates) => checkFates(after, report.run, fates));
}

/** Somebody of the run opens Outlook afterwards; who it is follows from the run. */
function checkOutlook(told: Told): Complaint[] {
  const { lab, plan, report, recipe } = told;
  if (report === null) return [];
  const alias = plan.accounts[recipe.batchRows % plan.accounts.length] ?? '';
  return checkClient({ lab, alias, run: report.run, keepOst: recipe.batchRows % 3 > 0, note });
}

let runs: Sweep;
let clients: Sweep;

beforeAll(() => {
  runs = sweep(stories(), 90, (told) => [...checkFile(told), ...checkTargets(told), ...checkObserved(told)]);
  clients = sweep(stories({ cancelAt: null, createAccounts: true }, 2), 50, checkOutlook);
});

const held = (sweepOf: () => Sweep, ...invariants: readonly string[]): void => {
  expect(sweepOf().against(...invariants)).toEqual([]);
};

describe('clone mode, on random labs against the reference model', () => {
  it('C1: every folder keeps its 22-byte source key', () => held(() => runs, 'C1'));
  it('C2: every message keeps id, change number, change key, change list, search key and read change number', () =>
    held(() => runs, 'C2'));
  it('C3: the mailbox keeps store GUID and .ost key', () => held(() => runs, 'C3'));
  it('C4: entry IDs of folders and messages are the same bytes, also where properties hold them', () =>
    held(() => runs, 'C4'));
  it('C5: the store entry ID differs, for server and legacyExchangeDN do', () => held(() => runs, 'C5'));
  it('C6: every short id in a rule, a search scope and the receive-folder table means the same', () =>
    held(() => runs, 'C6'));
  it('C7: a fitting .ost gets differences alone, and its offline work goes up', () =>
    held(() => clients, 'C7'));
  it('C8: one new and one changed item make two downloads, with change numbers of the target database', () =>
    held(() => clients, 'C8'));
  it('C9: the client ends in the state that the protocol prescribes, and a second synchronization is idle', () =>
    held(() => clients, 'C9'));
  it('C10: the source, other mailboxes, other accounts and Outlook profiles stay as they were', () =>
    held(() => runs, 'C10'));
  it('C11: what the target makes after a clone has ids of its own database', () =>
    held(() => clients, 'C11'));
  it('C12: a merge into a mailbox with content, cloned or not, harms nothing that is there', () =>
    held(() => runs, 'C12'));
});

describe('default mode, on random labs against the reference model', () => {
  it('D1: no id and no change number is shared with the source', () => held(() => runs, 'D1'));
  it('D2: every search key arrives once in its folder, newer copies win, and counts say so; a rerun copies nothing', () =>
    held(() => runs, 'D2'));
  it('D3: the .ost is refused, and forced upon the mailbox it would be emptied and filled', () => {
    held(() => runs, 'D3');
    held(() => clients, 'D3');
  });
  it('D4: filling a new .ost transfers every item, hidden ones included', () => held(() => clients, 'D4'));
  it('D5: rules are not carried, and their bytes would never mean the right folder', () =>
    held(() => runs, 'D5'));
  it('D6: references resolve in the target, and those of the source would not', () => held(() => runs, 'D6'));
  it('D7: what was written offline stays in the old .ost and is reported', () => held(() => clients, 'D7'));
});

describe('any run, on random labs against the reference model', () => {
  it('F1: a target that is initialized before stage 2 is merged, with an event and exit code 1', () =>
    held(() => runs, 'F1'));
  it('A9, A11, A17: accounts are matched, created disabled, stamped with X500, and never overwritten', () =>
    held(() => runs, 'A9', 'A11', 'A17'));
  it('everything else of the mailbox comes along in clone mode', () => held(() => runs, 'A1'));
  it('nothing throws', () => {
    held(() => runs, 'throws');
    held(() => clients, 'throws');
  });
  it('lab check agrees that nothing is violated', () => held(() => runs, 'check'));
  it('fates are observed as the facts say: rules translated or lost, the .ost kept or rebuilt', () =>
    held(() => runs, 'fates'));
  it('the stories meet every situation', () => {
    expect([...met.keys()]).toEqual(
      expect.arrayContaining([
        'clone as clone',
        'default as default',
        'clone as default',
        'default as default again',
        'clone as default again',
        'cancelled',
        'failed',
        'not-reached',
        'replaced',
        'bounced',
        'fitting .ost',
        'fitting .ost with offline work',
        'foreign .ost',
        'foreign .ost with offline work',
        'no .ost',
      ]),
    );
  });
});
