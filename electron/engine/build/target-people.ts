import { draw } from '../../../shared/lab/draw.ts';
import { logOn } from '../mailbox/log-on.ts';
import type { Lab } from '../store/lab.ts';
import { addAccount, legacyDnOf, sidOf, smtpOf } from './accounts.ts';
import type { Building } from './building.ts';
import type { MailboxSpec, TargetSpec } from './lab-spec.ts';
import type { Person } from './people.ts';
import { LAB_START } from './world.ts';

/** The target's account numbers begin after those that a migration of everybody would take. */
const FIRST_TARGET_ACCOUNT = 60_000;

const DAY = 86_400_000;

function addMailbox(building: Building, lab: Lab, objectId: number, alias: string): number {
  const store = building.world.target.stores[0];
  if (store === undefined) throw new Error('a target without a mailbox store');
  const { seed } = building.spec;
  return lab.run(
    'INSERT INTO mailbox(mdb_id, object_id, mailbox_guid, store_guid, ost_key, initialized) VALUES(?, ?, ?, ?, ?, 0)',
    store.mdbId,
    objectId,
    draw(seed, 'target-mailbox-guid', alias).bytes(16),
    draw(seed, 'target-store-guid', alias).bytes(16),
    draw(seed, 'target-ost-key', alias).bytes(16),
  ).lastInsertRowid;
}

function ownerOf(
  building: Building,
  alias: string,
): { readonly spec: MailboxSpec; readonly ordinal: number } {
  for (let ordinal = building.spec.mailboxes - 1; ordinal >= 0; ordinal -= 1)
    if (building.spec.alias(ordinal) === alias) return { spec: building.spec.mailbox(ordinal), ordinal };
  throw new Error(`nobody in the source is called ${alias}`);
}

/** Somebody else of the same name: the alias differs, so that only the name can be matched. */
function namesake(person: Person): Person {
  return { ...person, alias: `${person.alias.slice(0, 16)}.bh` };
}

function addTarget(building: Building, lab: Lab, target: TargetSpec, index: number): void {
  const { source, target: org } = building.world;
  const { spec, ordinal } = ownerOf(building, target.alias);
  const { person } = spec;
  const sid = sidOf(org, FIRST_TARGET_ACCOUNT + index);
  const oldAddress = smtpOf(source, person.alias);
  if (target.kind === 'contact') {
    addAccount(lab, org, {
      kind: 'contact',
      person,
      sid: null,
      legacyDn: legacyDnOf(org, person.alias),
      targetAddress: `SMTP:${oldAddress}`,
      addresses: [oldAddress],
    });
    return;
  }
  const hasMailbox = target.kind === 'sid-history' && target.loggedOn;
  const objectId = addAccount(lab, org, {
    kind: 'user',
    person: target.kind === 'same-name' ? namesake(person) : person,
    sid,
    ...(target.kind === 'sid-history' ? { sidHistory: sidOf(source, ordinal) } : {}),
    legacyDn: hasMailbox ? legacyDnOf(org, person.alias) : null,
    addresses: target.kind === 'address' ? [oldAddress] : hasMailbox ? [smtpOf(org, person.alias)] : [],
  });
  if (!hasMailbox) return;
  logOn(lab, addMailbox(building, lab, objectId, person.alias), LAB_START - 3 * DAY);
}

/** Puts into the target organization what stands there before any migration. */
export function addTargets(building: Building, lab: Lab): void {
  building.spec.targets.forEach((target, index) => {
    addTarget(building, lab, target, index);
  });
}
