import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modelled } from '../../../shared/evidence.ts';
import type { ConnectorStep } from '../../../shared/lab/connector.ts';
import { dosJoin } from '../../../shared/lab/dos-path.ts';
import type { PostOfficeDamage } from '../../../shared/lab/post-office.ts';
import type { PostOffice } from '../postoffice/post-office-row.ts';
import { realPath } from '../server/lab-files.ts';
import { putFile } from '../server/server-rows.ts';
import { labNow, passTime } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';
import { asStoreFault, StoreFault } from '../store/store-fault.ts';
import { nextMessageFile, STOPPED, storeStanding, writeCycle } from './connector-row.ts';
import {
  type ConnectorEvent,
  corruptedPostOffice,
  dirsyncFailed,
  logConnector,
  noResource,
  notAccessible,
  notInPath,
  undocumented,
  wrongVersion,
} from './events.ts';
import type { Prospect, Trouble } from './trouble.ts';

export type Work = 'dirsync' | 'transfer';

/** What comes of a trouble: its events, the result code, and whether the service ends. */
interface Outcome {
  readonly events: readonly ConnectorEvent[];
  readonly code: number | null;
  readonly stops: boolean;
}

/** Dirsync exports the directory under a name of its own (Q168465); messages are numbered through. */
const fileOf = (lab: Lab, work: Work): string => (work === 'dirsync' ? 'CCMDIR.EXP' : nextMessageFile(lab));

function outcomeOf(lab: Lab, work: Work, { programs }: Prospect, trouble: Trouble): Outcome {
  const file = fileOf(lab, work);
  const sync = (code: 1 | 3): readonly ConnectorEvent[] => (work === 'dirsync' ? dirsyncFailed(code) : []);
  switch (trouble.kind) {
    case 'not-in-path':
      return { events: notInPath(), code: 2, stops: true };
    case 'resource': {
      const { wanted } = programs.resource;
      const event = noResource(file, wanted, programs.export?.flavour === '32-bit');
      return { events: [event, ...sync(1)], code: 1, stops: false };
    }
    case 'access':
      return { events: work === 'dirsync' ? sync(3) : [notAccessible(file)], code: 3, stops: false };
    case 'version':
      return { events: [wrongVersion(file)], code: 1, stops: false };
    case 'os2':
    case 'libraries':
      return {
        events: [undocumented(trouble.text, 'What the connector logs then is in no source that was found')],
        code: null,
        stops: false,
      };
    case 'damaged':
    case 'sixteen-bit':
      return { events: corruptedPostOffice(nextMessageFile(lab)), code: 4, stops: true };
  }
}

const LOG = 'NFTerror.log';

/** Ruins the post office: CLANDATA is damaged, and Import leaves its log beside it (Q179072). */
function corrupt(lab: Lab, po: PostOffice): ConnectorStep {
  const at = labNow(lab);
  const damage: PostOfficeDamage = { cause: 'Q248195', at, files: ['CLANDATA', LOG] };
  lab.run('UPDATE post_office SET damage = ? WHERE id = ?', JSON.stringify(damage), po.id);
  const simulated = dosJoin(po.directory, LOG);
  const text = `NFT error\r\n${po.directory}\\CLANDATA\r\n`;
  const grounds = modelled('That Import leaves this file is documented; its contents are ours', 'Q179072');
  putFile(lab, {
    path: simulated,
    version: null,
    size: text.length,
    modified: at,
    platform: null,
    ...grounds,
  });
  const place = realPath(lab, simulated);
  if (!place.ok) throw new StoreFault(place.failure, null);
  try {
    mkdirSync(path.dirname(place.value), { recursive: true });
    writeFileSync(place.value, text, 'latin1');
  } catch (error) {
    throw asStoreFault(error, place.value);
  }
  return {
    text: `CLANDATA of ${po.name} is corrupted; Import leaves ${simulated}.`,
    ...modelled('Signs and cure are those of another corruption of CLANDATA by the connector', 'Q179072'),
  };
}

/** Lets a trouble happen: events, the post office's damage, the end of the service, and the line that tells of it. */
export function suffer(lab: Lab, work: Work, prospect: Prospect, trouble: Trouble): void {
  const { events, code, stops } = outcomeOf(lab, work, prospect, trouble);
  const { kind, text, ...evidence } = trouble;
  const steps: ConnectorStep[] = [{ text, ...evidence }];
  if (kind === 'sixteen-bit' && prospect.postOffice !== null) steps.push(corrupt(lab, prospect.postOffice));
  if (work === 'dirsync' && (code === 1 || code === 3) && kind !== 'version')
    steps.push({
      text: `ccmc ccdir returns result code ${code}.`,
      ...modelled('Asked by hand, as the article says', 'Q233164'),
    });
  logConnector(lab, events);
  if (stops) {
    passTime(lab, 1000);
    storeStanding(lab, STOPPED);
    steps.push({
      text: 'The Connector for cc:Mail has stopped.',
      ...(kind === 'not-in-path'
        ? { evidence: 'documented' as const, source: 'Q294947', reason: null }
        : { evidence: 'documented' as const, source: 'Q179072', reason: null }),
    });
  }
  const ruined = kind === 'sixteen-bit' || kind === 'damaged';
  writeCycle(lab, work, ruined ? 'damaged' : 'failed', { summary: text.replace(/\.$/, ''), code, steps });
}
