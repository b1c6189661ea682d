import type { Findings } from '../../../shared/gate/evaluate.ts';
import type { RunPlan } from '../../../shared/lab/run-plan.ts';
import { orgOf } from '../mailbox/directory.ts';
import type { Lab } from '../store/lab.ts';
import { plannedTargets } from './planned-targets.ts';

/** Rows of (alias, ...) for the plan's accounts alone, in the plan's order. */
function ofPlan<T extends { alias: string }>(lab: Lab, plan: RunPlan, sql: string): T[] {
  return lab.all<T>(
    `WITH chosen(alias, ord) AS (SELECT value, key FROM json_each(?)) ${sql} ORDER BY chosen.ord`,
    JSON.stringify(plan.accounts),
  );
}

const PERSON = `FROM chosen JOIN directory_object o ON o.alias = chosen.alias AND o.deleted_at IS NULL
  JOIN org ON org.id = o.org_id AND org.role = 'source' JOIN mailbox ON mailbox.object_id = o.id`;

function filters(plan: RunPlan): string[] {
  const prefixes = (plan.subjectPrefixes ?? []).filter((prefix) => prefix !== '').length;
  return [
    ...(plan.dateRange === null ? [] : ['a date range']),
    ...(prefixes === 0 ? [] : [`${prefixes} subject prefix${prefixes === 1 ? '' : 'es'}`]),
  ];
}

function missingTarget(lab: Lab, plan: RunPlan): string[] {
  const org = orgOf(lab, 'target').id;
  const server = lab.get<{ id: number }>(
    `SELECT server.id AS id FROM server JOIN admin_group g ON g.id = admin_group_id
      WHERE g.org_id = ? AND netbios = ? COLLATE NOCASE AND role = 'mailbox'`,
    org,
    plan.targetServer,
  );
  const found: string[] = [];
  if (server === undefined) found.push(`no server "${plan.targetServer}" in the target organization`);
  else if (
    lab.get(
      'SELECT id FROM mdb WHERE server_id = ? AND name = ? COLLATE NOCASE',
      server.id,
      plan.targetStore,
    ) === undefined
  )
    found.push(`no mailbox store "${plan.targetStore}" on ${plan.targetServer}`);
  if (
    plan.createAccounts &&
    lab.get('SELECT id FROM container WHERE org_id = ? AND dn = ? COLLATE NOCASE', org, plan.container) ===
      undefined
  )
    found.push(`no container "${plan.container}" in the target directory`);
  return found;
}

function sameOrganization(lab: Lab): string[] {
  const source = orgOf(lab, 'source');
  const target = orgOf(lab, 'target');
  return source.kind === 'exchange' && source.name.toLowerCase() === target.name.toLowerCase()
    ? [`both organizations are "${source.name}"`]
    : [];
}

function initializedTargets(lab: Lab, plan: RunPlan): string[] {
  const how: Readonly<Record<string, string>> = {
    delivery: 'mail was delivered',
    logon: 'the user has logged on',
    clone: 'cloned by an earlier run',
    merge: 'merged by an earlier run',
    build: 'it has been in use',
  };
  const targets = plannedTargets(lab, plan);
  if (!targets.ok) return [];
  const found: string[] = [];
  for (const { initialized, initializedBy, match } of targets.value)
    if (initialized) found.push(`${match.person.alias} (${how[initializedBy ?? 'build'] ?? 'initialized'})`);
  return found;
}

function eventsBeforeStage2(lab: Lab, plan: RunPlan): string[] {
  return ofPlan<{ alias: string; kind: 'deliver' | 'logon' }>(
    lab,
    plan,
    `SELECT DISTINCT o.alias AS alias, planned.kind AS kind ${PERSON}
      JOIN planned ON planned.source_mailbox = mailbox.id AND planned.done_in_run IS NULL`,
  )
    .filter((row) => row.kind === 'logon' || plan.targetAddressDomain === null)
    .map((row) => (row.kind === 'logon' ? `${row.alias} will log on` : `mail will arrive for ${row.alias}`));
}

function unreachable(lab: Lab): string[] {
  const target = orgOf(lab, 'target');
  const source = orgOf(lab, 'source');
  return target.trustsSource === 1 || source.kind !== 'exchange'
    ? []
    : [`${target.netbiosDomain} does not trust ${source.netbiosDomain}`];
}

function unsynchronized(lab: Lab, plan: RunPlan): string[] {
  return ofPlan<{ alias: string; items: number }>(
    lab,
    plan,
    `SELECT o.alias AS alias, count(*) AS items ${PERSON}
      JOIN profile ON profile.user_id = o.id JOIN ost_item item ON item.ost_id = profile.ost_id AND item.pending <> 'none'
      GROUP BY chosen.ord, o.alias`,
  ).map((row) => `${row.alias}: ${row.items} item${row.items === 1 ? '' : 's'}`);
}

/** What the rules about the data look at, for the mailboxes of a plan; each is looked up only when a rule asks for it. */
export function gateFindings(lab: Lab, plan: RunPlan): Findings {
  return {
    get 'filters-asked-for'() {
      return filters(plan);
    },
    get 'initialized-targets'() {
      return initializedTargets(lab, plan);
    },
    get 'unreachable-accounts'() {
      return unreachable(lab);
    },
    get 'unsynchronized-items'() {
      return unsynchronized(lab, plan);
    },
    get 'mail-before-stage-2'() {
      return eventsBeforeStage2(lab, plan);
    },
    get 'missing-target'() {
      return missingTarget(lab, plan);
    },
    get 'same-organization'() {
      return sameOrganization(lab);
    },
  };
}
