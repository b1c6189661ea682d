import { documented, type Evidence, modelled } from '../../../shared/evidence.ts';
import { CONNECTOR_SERVICE, THREAD_RESTARTS } from '../../../shared/lab/connector.ts';
import { labNow } from '../store/clock.ts';
import type { Lab } from '../store/lab.ts';

/** An event of the connector. `id` null: no number is documented for it. */
export interface ConnectorEvent extends Evidence {
  readonly id: number | null;
  readonly type: 'Information' | 'Warning' | 'Error';
  readonly text: string;
}

export function logConnector(lab: Lab, events: readonly ConnectorEvent[]): void {
  for (const event of events)
    lab.run(
      'INSERT INTO event(at, source, event_id, type, text, run_id, evidence, evidence_source, evidence_reason) VALUES(?, ?, ?, ?, ?, NULL, ?, ?, ?)',
      labNow(lab),
      CONNECTOR_SERVICE,
      event.id,
      event.type,
      event.text,
      event.evidence,
      event.source,
      event.reason,
    );
}

const error = (id: number | null, text: string, evidence: Evidence): ConnectorEvent => ({
  id,
  type: 'Error',
  text,
  ...evidence,
});

/** Import and Export are not in the path: 43, then one 86 for each time a thread is started again, then 85 (Q294947). */
export function notInPath(): readonly ConnectorEvent[] {
  const source = documented('Q294947');
  return [
    error(
      43,
      'The Lotus cc:Mail IMPORT/EXPORT.EXE programs could not be executed. Check to see that they exist on the server and are in the system path. The system error code is 2. The system cannot find the file specified.',
      source,
    ),
    ...Array.from(
      { length: THREAD_RESTARTS },
      (_, index): ConnectorEvent => ({
        id: 86,
        type: 'Information',
        text: `Microsoft Exchange Connector for Lotus cc:Mail restarted thread after taking exception. The number of threads started so far is ${index + 1}. The thread function is dwCCExport.`,
        ...source,
      }),
    ),
    error(
      85,
      'The maximum number the thread restarts has been reached and the Microsoft Exchange Connector for Lotus cc:Mail will be shutdown. Try restarting the Microsoft Exchange Connector for Lotus cc:Mail service.',
      source,
    ),
  ];
}

/** The resource file is not where the programs look for it (Q190275, which tells of IE.RI alone). */
export function noResource(file: string, wanted: string, of32: boolean): ConnectorEvent {
  return error(
    65,
    `Lotus cc:Mail EXPORT to file ${file} failed to run.\nR0002 Resource file not found: ${wanted.toUpperCase()}.`,
    of32
      ? modelled(
          'The article tells of IE.RI; that the 32-bit programs miss Impexp.ri in the same words is inferred',
          'Q190275',
        )
      : documented('Q190275'),
  );
}

/** Name, password or path are wrong, or the service account may not open the share (Q166045). */
export function notAccessible(file: string): ConnectorEvent {
  return error(
    70,
    `Lotus cc:Mail EXPORT to file ${file} returned result code 3. The Microsoft Exchange Connector for Lotus cc:Mail has not been configured correctly or the Post Office it is configured to connect to is not accessible at this time.`,
    documented('Q166045'),
  );
}

/** Programs of the wrong version, or the wrong versions chosen in the properties (Q168465). */
export function wrongVersion(file: string): ConnectorEvent {
  return error(
    68,
    `Lotus cc:Mail EXPORT to file ${file} returned result code 1. Could not access the Lotus cc:Mail Post Office.`,
    documented('Q168465'),
  );
}

/** Directory synchronization failed (Q233164 has both numbers, the text of 59 is that of Q179072). */
export function dirsyncFailed(code: 1 | 3): readonly ConnectorEvent[] {
  return [
    error(
      14005,
      'Directory synchronization with the Lotus cc:Mail post office failed.',
      modelled('The number is documented; its text is not, and this one is ours', 'Q233164'),
    ),
    error(
      59,
      `Lotus cc:Mail IMPORT from file *.ccm returned result code ${code}.  Program did not complete successfully.`,
      modelled(
        'The number is documented for this; the text is that of the same event in Q179072',
        'Q233164, Q179072',
      ),
    ),
  ];
}

/** Something that no article tells of. */
export function undocumented(text: string, reason: string, source: string | null = null): ConnectorEvent {
  return error(null, text, modelled(reason, source));
}

/** The signs of a post office whose CLANDATA is corrupted, in the order in which Q179072 lists them. */
export function corruptedPostOffice(file: string): readonly ConnectorEvent[] {
  const signs = modelled(
    'Q248195 says that the post office is corrupted and not how it shows; these are the signs of another corruption of CLANDATA by the connector',
    'Q179072',
  );
  const import59 = error(
    59,
    'Lotus cc:Mail IMPORT from file *.ccm returned result code 1.  Program did not complete successfully.',
    signs,
  );
  const locked = 'The Lotus cc:Mail post office is locked by another process.';
  return [
    import59,
    error(62, `Lotus cc:Mail IMPORT from file ${file} returned result code 4. ${locked}`, signs),
    error(71, `Lotus cc:Mail EXPORT to file ${file} returned result code 4. ${locked}`, signs),
    import59,
    error(
      68,
      `Lotus cc:Mail EXPORT to file ${file} returned result code 1. Could not access the Lotus cc:Mail Post Office.`,
      signs,
    ),
  ];
}
