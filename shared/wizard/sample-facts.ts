import type { AccountMatch } from '../lab/run-plan.ts';
import type { AccountFact, FactTypes, GateFact, LabFact, ReportFact } from './facts.ts';

/* A small made-up lab as the wizard sees it, for tests. */

const SERVER = { version: '6.5.7226', adminGroup: 'First Administrative Group' };

export const SAMPLE_LAB: LabFact = {
  source: {
    kind: 'exchange',
    name: 'Alder Mills',
    domain: 'aldermills.example',
    trustsSource: false,
    containers: ['CN=Users,DC=aldermills,DC=example'],
    servers: [
      { netbios: 'ALDER1', ...SERVER, stores: ['Mailbox Store (ALDER1)'] },
      { netbios: 'ALDER2', ...SERVER, stores: ['Mailbox Store (ALDER2)'] },
    ],
  },
  target: {
    kind: 'exchange',
    name: 'Birch Holdings',
    domain: 'birchholdings.example',
    trustsSource: true,
    containers: ['CN=Users,DC=birchholdings,DC=example', 'OU=Moved,DC=birchholdings,DC=example'],
    servers: [{ netbios: 'BIRCH1', ...SERVER, stores: ['First', 'Second'] }],
  },
  clock: Date.UTC(2006, 8, 1),
  utcOffsetMinutes: 120,
  interrupted: null,
  product: { name: 'Exchange Server 2003', level: 'SP1' },
  drives: [{ letter: 'M:', path: '\\\\HARBOR\\CCDATA' }],
  postOffices: [{ name: 'HARBOR', directory: '\\\\HARBOR\\CCDATA', database: 'DB8', release: '8.5' }],
  available: [
    { id: 'E2003SP2', title: 'Service Pack 2' },
    { id: 'KB919235', title: 'Hotfix' },
  ],
};

export const SAMPLE_ACCOUNTS: readonly AccountFact[] = ['anna', 'bert', 'Cora'].map((alias) => ({
  alias,
  displayName: `Test ${alias}`,
  address: `${alias}@aldermills.example`,
  items: 3,
  bytes: 4096,
}));

export const SAMPLE_MATCHES: readonly AccountMatch[] = [
  { kind: 'sid', definite: true, existing: 'CN=anna,OU=Moved', created: null },
  { kind: 'probable', definite: false, existing: 'CN=bert,OU=Moved', created: null },
  { kind: 'create', definite: true, existing: null, created: 'CN=Cora,OU=Moved' },
].map((match, at) => {
  const alias = SAMPLE_ACCOUNTS[at]?.alias ?? '';
  return { ...match, alias, fullName: `Test ${alias}`, logonId: alias, note: null } as AccountMatch;
});

const RULE = {
  kb: 'KB919235',
  title: 'Migration fails in clone mode',
  needs: 'SP2, then the hotfix',
  found: 'SP1',
  advice: [],
  judged: 'opening',
  evidence: 'documented',
  source: 'KB919235',
  reason: null,
} as const;

export const GATE_OPEN: GateFact = { ok: true, rules: [{ ...RULE, verdict: 'pass' }] };
export const GATE_SHUT: GateFact = { ok: false, rules: [{ ...RULE, verdict: 'refuse' }] };

/** Everything the pages need; the gate as given. */
export function sampleFacts(gate: GateFact = GATE_OPEN): FactTypes {
  return {
    lab: SAMPLE_LAB,
    opening: gate,
    'post-office': {
      name: 'HARBOR',
      directory: '\\\\HARBOR\\CCDATA',
      database: 'DB8',
      release: '8.5',
      users: 3,
      bulletinBoards: 1,
    },
    'files-set': {
      packingList: 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL',
      codePage: 1252,
      files: 5,
      directoryEntries: 3,
      mailboxes: 3,
      messages: 9,
      personalAddresses: 0,
      publicMessages: 2,
      complaints: [],
    },
    accounts: SAMPLE_ACCOUNTS,
    matches: SAMPLE_MATCHES,
    prerequisites: gate,
    predictions: [],
  };
}

export function sampleReport(run: number, state: ReportFact['state'] = 'completed'): ReportFact {
  return { run, mode: 'default', state, exit: state === 'completed' ? 0 : 2, gate: GATE_OPEN, mailboxes: [] };
}
