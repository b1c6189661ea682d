import { ok, type Result } from '../../../shared/result.ts';
import { isSetting } from '../../../shared/lab/settings.ts';
import { layConnector } from '../connector/connector-row.ts';
import type { Lab } from '../store/lab.ts';
import { storeSetting } from '../store/settings.ts';
import { layCcMailPool } from './ccmail-mail.ts';
import { buildPostOffice } from './ccmail-post-office.ts';
import { layPrograms } from './ccmail-programs.ts';
import type { CcMailLabSpec } from './ccmail-spec.ts';
import { addCustomRecipient } from './ccmail-targets.ts';
import { layCcMailWorld, RECIPIENTS } from './ccmail-world.ts';

/** What a cc:Mail lab holds: users with a mailbox in a post office, and their messages. */
export interface BuiltCcMail {
  readonly scenario: string | null;
  readonly mailboxes: number;
  readonly items: number;
}

/**
 * Fills an empty lab with post offices as its source and an Exchange Server 5.5 organization as its target. The same spec
 * gives the same rows; all of it is one transaction.
 */
export function buildCcMailLab(lab: Lab, spec: CcMailLabSpec): Result<BuiltCcMail> {
  return lab.transact(() => {
    for (const [key, value] of Object.entries(spec.settings))
      if (isSetting(key)) storeSetting(lab, key, value);
    const world = layCcMailWorld(lab, spec);
    const heavy = spec.postOffices.some((po) => po.users.some((user) => user.heavy));
    const pool = layCcMailPool(lab, spec.seed, heavy);
    const offices = new Map(
      spec.postOffices.map((po) => [
        po.name,
        buildPostOffice(lab, po, world.sourceId, spec.seed, spec.clock, pool),
      ]),
    );
    for (const programs of spec.programs) layPrograms(lab, programs);
    const served = spec.connector === null ? undefined : offices.get(spec.connector);
    if (served !== undefined)
      layConnector(lab, { postOfficeId: served, running: true, container: RECIPIENTS });
    for (const { postOffice, users } of spec.customRecipients)
      for (const name of users) addCustomRecipient(lab, world.targetId, name, postOffice);
    const counted = lab.get<{ mailboxes: number; items: number }>(
      "SELECT (SELECT count(*) FROM po_user WHERE kind = 'local') AS mailboxes, (SELECT count(*) FROM po_message) AS items",
    );
    return ok({ scenario: spec.scenario, mailboxes: 0, items: 0, ...counted });
  });
}
