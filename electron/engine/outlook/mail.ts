import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { deliver } from '../mailbox/deliver.ts';
import { type MailboxOfPerson, orgOf, sourceMailbox, targetMailbox } from '../mailbox/directory.ts';
import { logOn } from '../mailbox/log-on.ts';
import { mailboxRow } from '../mailbox/mailbox-row.ts';
import { logBounce } from '../migrate/run-events.ts';
import { passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { recordAct } from './act.ts';

type Verb = 'deliver' | 'logon';
type Done = { readonly at: string; readonly initialized: boolean };

const MINUTE_MS = 60_000;

interface Place {
  readonly source: MailboxOfPerson;
  /** Where it happens: the target mailbox once the person has one there, the source's until then. */
  readonly mailbox: MailboxOfPerson;
}

function placeOf(lab: Lab, alias: string): Result<Place> {
  const source = sourceMailbox(lab, alias);
  if (source === null) {
    return fail(
      'unknown-alias',
      `The source organization of ${lab.path} has no mailbox with the alias ${alias}: see "lab show" for who there is.`,
    );
  }
  return ok({ source, mailbox: targetMailbox(lab, alias) ?? source });
}

/** Now, or noted for the next run. Failures: unknown-alias, mailbox-in-transit. */
function nowOrPlanned(
  lab: Lab,
  verb: Verb,
  input: LabInput<Verb>,
  now: (place: Place, at: number) => boolean,
): Result<Done> {
  return lab.transact(() => {
    const place = placeOf(lab, input.mailbox);
    if (!place.ok) return place;
    const { source, mailbox } = place.value;
    if (input.at !== undefined) {
      lab.run(
        'INSERT INTO planned(kind, source_mailbox, at) VALUES(?, ?, ?)',
        verb,
        source.mailboxId,
        input.at,
      );
      // It will happen to the target mailbox, which the next run may have to make first.
      return ok({ at: input.at, initialized: mailbox !== source && mailbox.initialized });
    }
    if (mailboxRow(lab, mailbox.mailboxId).inTransit) {
      return fail(
        'mailbox-in-transit',
        `The mailbox of ${input.mailbox} is locked while its data is being moved (ecMailboxInTransit): wait until the run is over, or use --at before-stage-2.`,
      );
    }
    const at = passTime(lab, MINUTE_MS);
    const initialized = now(place.value, at);
    recordAct(lab, at, verb, { mailbox: input.mailbox, initialized });
    return ok({ at: 'now', initialized });
  });
}

/** The number of a mail that is sent by hand, from 1; makes each one's subject its own. */
function ordinalOf(lab: Lab): number {
  const sent =
    lab.get<{ count: number }>("SELECT count(*) AS count FROM act WHERE verb = 'deliver'")?.count ?? 0;
  return sent + 1;
}

/** `lab deliver`: mail arrives at the person's mailbox in the target once there is one, else in the source. */
export function deliverMail(lab: Lab, input: LabInput<'deliver'>): Result<LabOutput<'deliver'>> {
  return nowOrPlanned(lab, 'deliver', input, ({ mailbox }, at) => {
    const mail = {
      subject: `Newly arrived mail, no. ${ordinalOf(lab)}`,
      sender: `front.desk@${orgOf(lab, 'source').domain}`,
      body: 'This mail arrived just now.',
      at,
    };
    const { bouncedTo, initialized } = deliver(lab, mailbox.mailboxId, mail);
    if (bouncedTo !== null) logBounce(lab, null, bouncedTo);
    return initialized;
  });
}

/** `lab logon`: the person logs on to the mailbox in the target once there is one, else to the source's. */
export function logOnUser(lab: Lab, input: LabInput<'logon'>): Result<LabOutput<'logon'>> {
  return nowOrPlanned(
    lab,
    'logon',
    input,
    ({ mailbox }, at) => logOn(lab, mailbox.mailboxId, at).initialized,
  );
}
