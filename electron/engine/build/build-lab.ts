import { fail, ok, type Result } from '../../../shared/result.ts';
import { layServer } from '../report/server-install.ts';
import type { Lab } from '../store/lab.ts';
import { isSetting } from '../../../shared/lab/settings.ts';
import { storeSetting } from '../store/settings.ts';
import { addReferences } from './add-references.ts';
import { addRules } from './add-rules.ts';
import { beginBuilding, type Building } from './building.ts';
import { fillMailbox } from './fill-mailbox.ts';
import { buildCcMailLab } from './ccmail-lab.ts';
import type { CcMailLabSpec } from './ccmail-spec.ts';
import type { LabSpec } from './lab-spec.ts';
import { createMailbox } from './new-mailbox.ts';
import { plainLab } from './plain-lab.ts';
import { SCENARIOS } from './scenarios.ts';
import { addTargets } from './target-people.ts';
import { addWorkstation } from './workstations.ts';

export interface BuildRequest {
  readonly seed: number;
  readonly scenario?: string;
  readonly mailboxes?: number;
  readonly items?: number;
}

export interface Built {
  readonly scenario: string | null;
  readonly mailboxes: number;
  readonly items: number;
}

/** The lab one gets without asking for anything else. */
export const DEFAULT_SCENARIO = 'first-rehearsal';

const DEFAULT_MAILBOXES = 20;
const DEFAULT_ITEMS_PER_MAILBOX = 12;

/** Messages written in one transaction, at most: what bounds the write-ahead log of a lab of millions. */
const BATCH_ITEMS = 20_000;
const BATCH_MAILBOXES = 200;

function specOf(request: BuildRequest): Result<LabSpec | CcMailLabSpec> {
  const { seed } = request;
  if (request.mailboxes !== undefined || request.items !== undefined) {
    if (request.scenario !== undefined) {
      return fail(
        'build-options',
        `A scenario (${request.scenario}) brings its own mailboxes and items: leave out either the scenario or the numbers.`,
      );
    }
    const mailboxes = request.mailboxes ?? DEFAULT_MAILBOXES;
    return ok(plainLab(seed, mailboxes, request.items ?? mailboxes * DEFAULT_ITEMS_PER_MAILBOX));
  }
  const id = request.scenario ?? DEFAULT_SCENARIO;
  const scenario = SCENARIOS.find((candidate) => candidate.id === id);
  if (scenario === undefined) {
    return fail(
      'scenario-unknown',
      `There is no scenario ${id}: choose one of ${SCENARIOS.map((known) => known.id).join(', ')}.`,
    );
  }
  return ok(scenario.labSpec(seed));
}

function buildMailboxes(building: Building, lab: Lab): void {
  const { mailboxes } = building.spec;
  let ordinal = 0;
  while (ordinal < mailboxes) {
    lab.transact(() => {
      let items = 0;
      let count = 0;
      while (ordinal < mailboxes && items < BATCH_ITEMS && count < BATCH_MAILBOXES) {
        const mailbox = createMailbox(building, lab, ordinal);
        addReferences(building, lab, mailbox);
        addRules(building, lab, mailbox);
        fillMailbox(building, lab, mailbox);
        addWorkstation(building, lab, mailbox);
        items += mailbox.spec.items;
        count += 1;
        ordinal += 1;
      }
    });
  }
}

function plan(building: Building, lab: Lab): void {
  for (const { kind, alias } of building.spec.planned) {
    lab.run(
      `INSERT INTO planned(kind, source_mailbox, at) SELECT ?, mailbox.id, 'before-stage-2' FROM mailbox
         JOIN directory_object o ON o.id = object_id WHERE o.alias = ? AND o.org_id = ?`,
      kind,
      alias,
      building.world.source.id,
    );
  }
}

/**
 * Fills an empty lab: both organizations, mailboxes with their mail, workstations, and the migration server. The same
 * request gives the same rows. Failure codes: build-options, scenario-unknown.
 */
export function buildLab(lab: Lab, request: BuildRequest): Result<Built> {
  const spec = specOf(request);
  if (!spec.ok) return spec;
  return 'kind' in spec.value ? buildCcMailLab(lab, spec.value) : buildExchangeLab(lab, spec.value);
}

function buildExchangeLab(lab: Lab, spec: LabSpec): Result<Built> {
  const building = lab.transact(() => {
    for (const [key, value] of Object.entries(spec.settings))
      if (isSetting(key)) storeSetting(lab, key, value);
    layServer(lab, spec.serverLevel);
    return beginBuilding(lab, spec);
  });
  buildMailboxes(building, lab);
  lab.transact(() => {
    addTargets(building, lab);
    plan(building, lab);
  });
  const { items } = lab.get<{ items: number }>('SELECT count(*) AS items FROM message WHERE is_fai = 0') ?? {
    items: 0,
  };
  return ok({ scenario: spec.scenario, mailboxes: spec.mailboxes, items });
}
