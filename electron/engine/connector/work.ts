import { documented, modelled } from '../../../shared/evidence.ts';
import { dosName } from '../../../shared/lab/dos-path.ts';
import type { Lab } from '../store/lab.ts';
import { labNow, passTime } from '../store/clock.ts';
import { connectorOf, nextMessageFile, STOPPED, storeStanding, writeCycle } from './connector-row.ts';
import { dirsync } from './dirsync.ts';
import { logConnector } from './events.ts';
import { inWords } from './programs.ts';
import { suffer, type Work } from './suffer.ts';
import { type Prospect, prospectOf } from './trouble.ts';

/** How long one piece of work takes on the lab's clock: the polling interval of Q168211, and for a cycle ours. */
const TAKES: Readonly<Record<Work, number>> = { transfer: 15_000, dirsync: 60_000 };

/** Nothing waits on either side: the lab has no mail under way between the systems. */
function transfer(lab: Lab, { programs }: Prospect): void {
  const options = documented('Q294947');
  const file = nextMessageFile(lab);
  const line = (program: string, switches: string): string => `${program} /P******** ${switches}`;
  const steps = [
    ...[programs.export, programs.import].flatMap((program) =>
      program === null ? [] : [{ text: `Found: ${inWords(program)}.`, ...documented('Q294947') }],
    ),
    {
      text: line(dosName(programs.export?.path ?? ''), '/ITEMSIZE /FORMAT/FAN /BATCH /FILES/MACBIN2'),
      ...options,
    },
    {
      text: line(dosName(programs.import?.path ?? ''), '/ITEMSIZE /PARTIAL /BATCH /FILES/MACBIN2'),
      ...options,
    },
    {
      text: `Nothing waits on either side; ${file} stays empty.`,
      ...modelled('The lab has no mail under way between the systems'),
    },
  ];
  writeCycle(lab, 'transfer', 'ok', { summary: 'Both programs ran; nothing was waiting', code: 0, steps });
}

/** Does one piece of work with what the connector was started with, or suffers what keeps it from it. A stopped connector is a bug. */
export function workOnce(lab: Lab, work: Work): void {
  const active = connectorOf(lab)?.standing.active ?? null;
  if (active === null) throw new Error('a stopped connector does no work');
  passTime(lab, TAKES[work]);
  const prospect = prospectOf(lab, active);
  if (prospect.trouble !== null) {
    suffer(lab, work, prospect, prospect.trouble);
    return;
  }
  if (prospect.postOffice === null) throw new Error('no trouble and no post office');
  if (prospect.postOffice.id !== servedPostOffice(lab))
    lab.run('UPDATE connector SET po_id = ?', prospect.postOffice.id);
  if (work === 'dirsync') dirsync(lab, prospect.postOffice, active);
  else transfer(lab, prospect);
}

/** Key of the post office that the connector worked on last, or was set up for. */
export function servedPostOffice(lab: Lab): number | null {
  return lab.get<{ id: number }>('SELECT po_id AS id FROM connector')?.id ?? null;
}

/** Starts the connector with its present settings; it looks at once whether mail is waiting, and may stop again. */
export function startConnector(lab: Lab): void {
  const connector = connectorOf(lab);
  if (connector === null) return;
  storeStanding(lab, { active: connector.settings, started: labNow(lab) });
  logConnector(lab, [
    {
      id: null,
      type: 'Information',
      text: 'Microsoft Exchange Connector for Lotus cc:Mail v5.5 has successfully started',
      ...modelled(
        'The text is of the trace in the article; whether it is logged, and under which number, is not in it',
        'Q294947',
      ),
    },
  ]);
  workOnce(lab, 'transfer');
}

export function stopConnector(lab: Lab): void {
  if (connectorOf(lab) !== null) storeStanding(lab, STOPPED);
}

/**
 * What a running connector does by itself after a migration, unless its schedule is 'never': a cycle of directory
 * synchronization, which may delete accounts that were migrated (XMG 06001). For the end of a run over a post office.
 */
export function cycleAfterRun(lab: Lab): void {
  const active = connectorOf(lab)?.standing.active ?? null;
  if (active !== null && active.schedule === 'always') workOnce(lab, 'dirsync');
}
