import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { connectorRuns } from '../connector/connector-row.ts';
import { servedPostOffice } from '../connector/work.ts';
import { refuseClaimedWork } from '../migrate/claim.ts';
import { writeAct } from '../server/act-row.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { backUp, restore } from './backup.ts';
import { moveUsers } from './move-users.ts';
import { showPostOffice, showPrograms } from './post-office-report.ts';
import { type PostOffice, postOfficeNamed, postOffices } from './post-office-row.ts';
import { changeOption } from './post-office-settings.ts';

type Input = LabInput<'postoffice'>;

function known(lab: Lab): string {
  return postOffices(lab)
    .map(({ name }) => name)
    .join(', ');
}

/** The post office that an act means: the one that is named, else the only one. */
function chosen(lab: Lab, name: string | undefined): Result<PostOffice> {
  const all = postOffices(lab);
  const po = name === undefined ? (all.length === 1 ? all[0] : undefined) : postOfficeNamed(lab, name);
  if (po !== undefined && po !== null) return ok(po);
  if (name === undefined)
    return fail(
      'post-office-needed',
      all.length === 0
        ? `${lab.path} has no post office.`
        : `${lab.path} has several post offices: name one of ${known(lab)}.`,
    );
  return fail(
    'post-office-name',
    `${lab.path} has no post office "${name}": it has ${known(lab) || 'none'}.`,
  );
}

/** Whoever works on a post office keeps it: a run of the wizard, or the Connector for cc:Mail (modelled: its files are open). */
function refuseBusy(lab: Lab, po: PostOffice): Result<null> {
  const free = refuseClaimedWork(lab, { kind: 'post-office', key: po.directory.toUpperCase() }, null);
  if (!free.ok) return free;
  return connectorRuns(lab) && servedPostOffice(lab) === po.id
    ? fail(
        'post-office-busy',
        `The Connector for cc:Mail works on ${po.name}: stop the service MSExchangeCCMC first.`,
      )
    : ok(null);
}

function backupOf(lab: Lab, po: PostOffice, number: number | undefined): Result<number> {
  const ids = lab.all<{ id: number }>('SELECT id FROM po_backup WHERE po_id = ? ORDER BY id', po.id);
  const found = number === undefined ? ids.at(-1) : ids[number - 1];
  return found === undefined
    ? fail(
        'no-backup',
        number === undefined
          ? `There is no backup of ${po.name}: take one with "lab postoffice --backup", or move its users to a new post office.`
          : `There is no backup ${number} of ${po.name}: there are ${ids.length}.`,
      )
    : ok(found.id);
}

/** Carries an act out; gives what the list of acts says of it besides. */
function carryOut(lab: Lab, po: PostOffice, input: Input): Result<Readonly<Record<string, unknown>>> {
  const free = refuseBusy(lab, po);
  if (!free.ok && input.do !== 'backup') return free;
  switch (input.do) {
    case 'backup':
      backUp(lab, po);
      return ok({});
    case 'restore': {
      const backup = backupOf(lab, po, input.backup);
      if (!backup.ok) return backup;
      restore(lab, po, backup.value);
      return ok(input.backup === undefined ? {} : { backup: input.backup });
    }
    case 'corrupt': {
      const damage = { cause: 'by hand', at: labNow(lab), files: ['CLANDATA'] };
      lab.run('UPDATE post_office SET damage = ? WHERE id = ?', JSON.stringify(damage), po.id);
      return ok({});
    }
    case 'move-users': {
      if (input.to === undefined)
        return fail('post-office-taken', 'Name the new post office that the users are moved to.');
      const moved = moveUsers(lab, po, input.to);
      return moved.ok ? ok({ to: moved.value }) : moved;
    }
    default:
      return changeOption(lab, po, input.set ?? '');
  }
}

/** `lab postoffice`: post offices with what they hold, after an act if one is asked for; a refused one changes nothing. */
export function postOfficeAct(lab: Lab, input: Input): Result<LabOutput<'postoffice'>> {
  if (input.do !== undefined) {
    const { do: act } = input;
    const done = lab.transact((): Result<null> => {
      const po = chosen(lab, input.name);
      if (!po.ok) return po;
      const carried = carryOut(lab, po.value, input);
      if (!carried.ok) return carried;
      writeAct(lab, 'postoffice', { act, postOffice: po.value.name, ...carried.value });
      return ok(null);
    });
    if (!done.ok) return done;
  }
  const one = input.name === undefined ? null : chosen(lab, input.name);
  if (one !== null && !one.ok) return one;
  const shown = one === null || input.do === 'move-users' ? postOffices(lab) : [one.value];
  return ok({ postOffices: shown.map((po) => showPostOffice(lab, po)), programs: showPrograms(lab) });
}
