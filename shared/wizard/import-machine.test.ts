import { describe, expect, test } from 'vitest';
import type { FactTypes } from './facts.ts';
import { canGoNext, newWizard, step } from './machine.ts';
import { migrationTypes } from './migration-types.ts';
import type { Answers, Settable, WizardEvent, WizardState } from './model.ts';
import { issuesOn, summaryOf, titleKeyOf } from './pages.ts';
import { planFrom } from './plan.ts';
import { GATE_SHUT, SAMPLE_LAB, sampleFacts } from './sample-facts.ts';
import { BACK, EVERYBODY, NEXT, OPENED, walkThrough } from './sample-walk.ts';

const set = (answers: Partial<Settable>): WizardEvent => ({ type: 'set', answers });
const HARBOR: Partial<Settable> = {
  type: 'CCMAIL',
  postOfficePath: 'M:\\',
  postOfficeName: 'HARBOR',
  postOfficePasswordGiven: true,
};
const MANY_NEXTS = Array.from({ length: 12 }, () => NEXT);

/** Presses Next until nothing moves any more, choosing everybody where a list asks for it. */
function walk(answers: Partial<Answers>, facts: FactTypes = sampleFacts()): WizardState {
  let state = walkThrough(newWizard('default'), [OPENED, set(answers)], facts).state;
  for (let page = ''; page !== state.page && state.page !== 'progress'; ) {
    page = state.page;
    const events = page === 'account-migration' ? [EVERYBODY, NEXT] : [NEXT];
    state = walkThrough(state, events, facts).state;
  }
  return state;
}

const codes = (state: WizardState): string[] => issuesOn(state.page, state).map((one) => one.code);

describe('the path of cc:Mail', () => {
  test('in one step', () => {
    const state = walk({ ...HARBOR, infoBulletinBoards: true, folderOwner: 'anna' });
    expect(state.trail).toEqual([
      'welcome',
      'migration-type',
      'ccmail-information',
      'ccmail-post-office',
      'ccmail-method',
      'migration-destination',
      'ccmail-options',
      'account-migration',
      'destination-server',
      'container',
      'nt-accounts',
      'public-folders',
      'prerequisites',
    ]);
    expect(state.page).toBe('progress');
    expect(state.job).toMatchObject({
      kind: 'starting',
      plan: {
        source: 'CCMAIL',
        mode: 'default',
        directory: 'M:\\',
        postOffice: 'HARBOR',
        method: 'one-step',
        files: null,
        accounts: ['anna', 'bert', 'Cora'],
        mailboxes: true,
        mail: true,
        dateRange: null,
        bulletinBoards: true,
        targetServer: 'BIRCH1',
        targetStore: 'First',
        folderOwner: 'anna',
        folderAccess: 'None',
      },
    });
  });

  test('that only extracts asks for no destination', () => {
    const state = walk({ ...HARBOR, method: 'extract', filesPath: 'C:\\MIGRATE', infoBulletinBoards: true });
    expect(state.trail).toEqual([
      'welcome',
      'migration-type',
      'ccmail-information',
      'ccmail-post-office',
      'ccmail-method',
      'ccmail-options',
      'account-migration',
      'prerequisites',
    ]);
    expect(state.job).toMatchObject({ plan: { method: 'extract', files: 'C:\\MIGRATE' } });
  });

  test('without mailboxes to be made asks for no container and no accounts', () => {
    const state = walk({ ...HARBOR, infoMailboxes: false });
    expect(state.trail).not.toContain('container');
    expect(state.trail).not.toContain('nt-accounts');
    expect(state.trail).toContain('destination-server');
  });

  test('forgets accounts and bulletin boards when it turns to another source', () => {
    const chosen = walk({ ...HARBOR, infoBulletinBoards: true, folderOwner: 'anna' });
    const before: WizardState = { ...chosen, job: { kind: 'none' }, page: 'prerequisites' };
    const [after] = step(before, set({ type: 'EXCHANGE' }));
    expect(after.answers).toMatchObject({ accounts: [], infoBulletinBoards: false, startAnyway: false });
    expect(after.facts['post-office'].status).toBe('idle');
  });
});

describe('the page of the post office', () => {
  const atPostOffice = (answers: Partial<Settable>): WizardState =>
    walkThrough(newWizard('default'), [OPENED, set({ ...HARBOR, ...answers }), NEXT, NEXT, NEXT]).state;

  test('opens it with Next, and not with every key', () => {
    const state = atPostOffice({});
    expect(state.page).toBe('ccmail-post-office');
    expect(state.facts['post-office'].status).toBe('idle');
    const [asked, effects] = step(state, NEXT);
    expect(asked.page).toBe('ccmail-post-office');
    expect(canGoNext(asked)).toBe(false);
    const question = effects.find((effect) => effect.type === 'load');
    expect(question).toMatchObject({ fact: 'post-office', directory: 'M:\\', name: 'HARBOR' });
    expect(JSON.stringify(effects)).not.toContain('password');
  });

  test('goes on by itself once it is open', () => {
    expect(walkThrough(atPostOffice({}), [NEXT]).state.page).toBe('ccmail-method');
  });

  test.each([
    ['not-a-post-office', 'postOfficePath', 'not-a-post-office'],
    ['post-office-name', 'postOfficeName', 'post-office-name-wrong'],
    ['post-office-password', 'postOfficePasswordGiven', 'post-office-password-wrong'],
    ['something-else', 'postOfficePath', 'post-office-unreadable'],
  ])('shows %s at the field %s', (code, field, issue) => {
    const [asked] = step(atPostOffice({}), NEXT);
    const fact = asked.facts['post-office'];
    const token = fact.status === 'loading' ? fact.token : 0;
    const failure = { code, message: 'It failed.' };
    const [failed] = step(asked, { type: 'load-failed', fact: 'post-office', token, failure });
    expect(failed.showIssues).toBe(true);
    expect(issuesOn(failed.page, failed)).toMatchObject([{ field, code: issue }]);
    // The same question may be asked again: the post office may be there by now, or the password another one.
    expect(walkThrough(failed, [NEXT]).state.page).toBe('ccmail-method');
  });

  test('asks again when a password was entered anew', () => {
    const open = walkThrough(atPostOffice({}), [NEXT, BACK]).state;
    expect(open.facts['post-office'].status).toBe('loaded');
    const [changed] = step(open, set({ postOfficePasswordGiven: true }));
    expect(changed.facts['post-office'].status).toBe('idle');
  });

  test('an answer that comes after something was changed does not go on', () => {
    const [asked] = step(atPostOffice({}), NEXT);
    const fact = asked.facts['post-office'];
    const token = fact.status === 'loading' ? fact.token : 0;
    const [changed] = step(asked, set({ postOfficeName: 'PIER' }));
    const value = sampleFacts()['post-office'];
    const [late] = step(changed, { type: 'loaded', fact: 'post-office', token, value });
    expect(late.page).toBe('ccmail-post-office');
    expect(late.facts['post-office'].status).toBe('idle');
  });

  test.each([
    [{ postOfficePath: ' ' }, 'post-office-path-missing'],
    [{ postOfficeName: '' }, 'post-office-name-missing'],
    [{ postOfficePasswordGiven: false }, 'post-office-password-missing'],
  ])('%j is told before anything is asked', (answers, issue) => {
    const [state, effects] = step(atPostOffice(answers), NEXT);
    expect(effects).toEqual([]);
    expect(codes(state)).toContain(issue);
    expect(state.page).toBe('ccmail-post-office');
  });
});

describe('the path of migration files', () => {
  const FILES: Partial<Settable> = { type: 'FILE', packingList: 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL' };

  test('asks for public folders where the set holds them', () => {
    const state = walk({ ...FILES, folderOwner: 'anna', folderAccess: 'Author' });
    expect(state.trail).toEqual([
      'welcome',
      'migration-type',
      'files-information',
      'files-set',
      'destination-server',
      'container',
      'nt-accounts',
      'public-folders',
      'prerequisites',
    ]);
    expect(state.job).toMatchObject({
      plan: { source: 'FILE', packingList: FILES.packingList, folderOwner: 'anna', folderAccess: 'Author' },
    });
  });

  test('and not where it holds none', () => {
    const facts = sampleFacts();
    const none = { ...facts, 'files-set': { ...facts['files-set'], publicMessages: 0 } };
    const state = walk(FILES, none);
    expect(state.page).toBe('progress');
    expect(state.trail).not.toContain('public-folders');
    expect(state.job).toMatchObject({ plan: { folderOwner: null, folderAccess: 'None' } });
  });

  test('stops at a set that cannot be read, and says why', () => {
    const at = walkThrough(newWizard('default'), [OPENED, set(FILES), NEXT, NEXT, NEXT]).state;
    const [asked] = step(at, NEXT);
    const fact = asked.facts['files-set'];
    const token = fact.status === 'loading' ? fact.token : 0;
    const failure = { code: 'packing-list-missing', message: 'There is none.' };
    const [failed] = step(asked, { type: 'load-failed', fact: 'files-set', token, failure });
    expect(issuesOn(failed.page, failed)).toMatchObject([
      { field: 'packingList', code: 'packing-list-unreadable', values: { reason: 'There is none.' } },
    ]);
  });
});

describe('what keeps one on a page', () => {
  test.each<[string, Partial<Settable>, string, string]>([
    ['no file path', { method: 'extract' }, 'ccmail-method', 'files-path-missing'],
    ['a path of no drive', { method: 'extract', filesPath: 'MIGRATE' }, 'ccmail-method', 'files-path-form'],
    ['.pst files', { destination: 'pst' }, 'migration-destination', 'pst-not-available'],
    ['nothing to migrate', { infoMailboxes: false, infoMail: false }, 'ccmail-options', 'nothing-to-migrate'],
    [
      'a range that ends before it starts',
      { dateRangeOn: true, dateFrom: 5, dateTo: 3 },
      'ccmail-options',
      'date-order',
    ],
    ['no server', { targetServer: '' }, 'destination-server', 'target-server-missing'],
    ['an unknown container', { container: 'cn=None' }, 'container', 'container-unknown'],
    ['no owner', { infoBulletinBoards: true }, 'public-folders', 'folder-owner-missing'],
  ])('%s', (_what, answers, page, issue) => {
    const state = walk({ ...HARBOR, ...answers });
    expect(state.page).toBe(page);
    expect(codes(state)).toContain(issue);
  });

  test('clone mode, which foreign sources do not have', () => {
    const events = [OPENED, set(HARBOR), ...MANY_NEXTS];
    const { state } = walkThrough(newWizard('clone'), events);
    expect(state.page).toBe('migration-type');
    expect(codes(state)).toEqual(['clone-needs-exchange']);
  });

  test('a lab without post offices', () => {
    const facts = { ...sampleFacts(), lab: { ...SAMPLE_LAB, postOffices: [] } };
    const state = walk(HARBOR, facts);
    expect(state.page).toBe('migration-type');
    expect(codes(state)).toEqual(['type-not-in-lab']);
  });

  test('the gate, on the page where the type is chosen; going on anyway holds for that type alone', () => {
    const facts = sampleFacts(GATE_SHUT);
    const shut = walkThrough(newWizard('default'), [OPENED, set(HARBOR), NEXT, NEXT], facts).state;
    expect(shut.page).toBe('migration-type');
    expect(codes(shut)).toEqual(['gate-refused']);
    const [anyway] = step(shut, { type: 'start-anyway' });
    expect(codes(anyway)).toEqual([]);
    const [other] = step(anyway, set({ type: 'FILE' }));
    expect(other.answers.startAnyway).toBe(false);
  });
});

describe('a server of Exchange 5.5', () => {
  const at = (level: string) => ({ ...SAMPLE_LAB, product: { name: 'Exchange Server 5.5', level } });

  test('has the type list of its release, without Exchange', () => {
    expect(migrationTypes(at('RTM'))).toEqual(['FILE', 'MSMAILPC', 'CCMAIL', 'GRPWISE', 'COLLABRA']);
    expect(migrationTypes(at('SP1'))).toContain('NOTES');
    expect(migrationTypes(at('SP3'))).toContain('GRPWISE5');
    expect(migrationTypes(at('SP4'))).not.toContain('EXCHANGE');
    expect(migrationTypes(SAMPLE_LAB)[0]).toBe('EXCHANGE');
  });

  test('begins with a type that it has', () => {
    const facts = { ...sampleFacts(), lab: at('SP2') };
    expect(walkThrough(newWizard('default'), [OPENED], facts).state.answers.type).toBe('CCMAIL');
    const none = { ...facts, lab: { ...at('SP2'), postOffices: [] } };
    expect(walkThrough(newWizard('default'), [OPENED], none).state.answers.type).toBe('FILE');
  });
});

test('the summary tells what every page will do', () => {
  const state = walk({ ...HARBOR, infoBulletinBoards: true, folderOwner: 'anna', template: 'bert' });
  expect(summaryOf(state).map((line) => line.key)).toEqual([
    'summary.post-office',
    'summary.one-step',
    'summary.make-mailboxes',
    'summary.mail',
    'summary.bulletin-boards',
    'summary.accounts',
    'summary.to',
    'summary.recipients-container',
    'summary.nt-accounts',
    'summary.template',
  ]);
  expect(titleKeyOf('container', state.answers)).toBe('wizard.container.import-title');
  expect(planFrom(state.answers, SAMPLE_LAB)).toMatchObject({ template: 'bert' });
});
