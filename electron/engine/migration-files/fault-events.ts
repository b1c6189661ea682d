import { documented, modelled } from '../../../shared/evidence.ts';
import type { FormatFault } from '../../../shared/formats/migration-files/fault.ts';
import type { Pointer } from '../../../shared/formats/migration-files/pointer.ts';
import type { SectionType } from '../../../shared/formats/migration-files/sections.ts';
import type { ImportEvent } from '../migrate/import/import-events.ts';
import { type ImportContext, logEvent, simulatedFile } from './import-context.ts';

/** Events about lines that one run writes; what a hostile set brings beyond them stands in the recovery file alone (modelled). */
const MOST_EVENTS = 500;

const OTHER_CAUSE =
  'Number and first words are documented for another cause; that the importer logs them here too is inferred, and the details are in the words of the lab';

function error(id: number | null, text: string, source: string, reason: string | null): ImportEvent {
  const evidence = reason === null ? documented(source) : modelled(reason, source);
  return { id, type: 'Error', text, ...evidence };
}

/** The cascade of Q166612: from the place in the secondary file back to the line that points there. */
function secondaryCascade(
  primary: string,
  line: number,
  secondary: string,
  one: FormatFault,
  offset: number,
): ImportEvent[] {
  const events: ImportEvent[] = [];
  if (one.kind === 'attachment-name') {
    events.push(
      error(
        8048,
        `Mail Message Section ${secondary} Line: ${line} Attachement File Name is Absent - Required for Attachement.`,
        'Q166612',
        null,
      ),
    );
  }
  events.push(
    error(
      8005,
      `Error occurred in the secondary file, Some of the data may have been lost! Filename : ${secondary} <${offset}>`,
      'Q166612',
      null,
    ),
  );
  if (one.kind === 'attachment-name' || one.kind === 'secondary-heading') {
    events.push(
      error(
        8059,
        `Parser Error ${secondary} Invalid Secondary Section Heading. Details: ${one.text}.`,
        'Q166612',
        OTHER_CAUSE,
      ),
    );
  }
  for (const [id, words] of [
    [8054, 'Error in reading Secondary file'],
    [8094, 'Internal Parser Error'],
    [8095, 'Error occurred in the processing of the line'],
  ] as const)
    events.push(
      error(
        id,
        `Parser Error ${primary} Line: ${line} ${words}. Details: ${one.text}.`,
        'Q166612',
        OTHER_CAUSE,
      ),
    );
  return events;
}

/** The events that a fault in a row brings, in their order. `secondary`: the place in a secondary file, null for none. */
function rowEvents(
  primary: string,
  one: FormatFault,
  secondary: { file: string; offset: number } | null,
): ImportEvent[] {
  if (secondary !== null) return secondaryCascade(primary, one.line, secondary.file, one, secondary.offset);
  if (one.kind === 'characters-after-quote') {
    return [
      error(
        27,
        `Parser Error ${primary} Line: ${one.line} Characters found after end doublequote. Details: Check the number of double quotes in the line.`,
        'Q154099',
        'Number and text are documented of the wizard of Exchange Server 4.0',
      ),
    ];
  }
  return [
    error(
      8095,
      `Parser Error ${primary} Line: ${one.line} Error occurred in the processing of the line. Details: ${one.text}.`,
      'Q166612',
      OTHER_CAUSE,
    ),
  ];
}

/** Whether one more event about a line is written; the first that is not is told once. */
function room(context: ImportContext): boolean {
  const { batch } = context;
  batch.events += 1;
  if (batch.events === MOST_EVENTS + 1) {
    logEvent(context, {
      id: null,
      type: 'Error',
      text: `More than ${MOST_EVENTS} errors were found in the migration files; the lines of the others stand in the recovery file.`,
      ...modelled('A limit of the lab, so that a file full of errors does not fill the log'),
    });
  }
  return batch.events <= MOST_EVENTS;
}

/** A line of a MAILMESSAGE or PAB section that cannot be taken. */
export function logRowFault(
  context: ImportContext,
  file: string,
  one: FormatFault,
  secondary: Pointer | null,
): void {
  if (!room(context)) return;
  const place =
    secondary === null
      ? null
      : { file: simulatedFile(context.set, secondary.file), offset: secondary.offset };
  for (const event of rowEvents(simulatedFile(context.set, file), one, place)) logEvent(context, event);
}

/** 8124: the rest of a section is skipped (Q214822, Q256199). */
export function logBadSection(context: ImportContext, file: string, line: number): void {
  if (!room(context)) return;
  logEvent(
    context,
    error(
      8124,
      `Parser Error ${simulatedFile(context.set, file)} Line: ${line} Bad section encountered. The remainder of this section will be skipped.`,
      'Q256199',
      null,
    ),
  );
}

/** Why a section is bad. */
export function logHeadingFault(context: ImportContext, file: string, one: FormatFault): void {
  if (!room(context)) return;
  const where = `${simulatedFile(context.set, file)} Line: ${one.line}`;
  if (one.kind === 'pab-heading')
    logEvent(
      context,
      error(8030, `PAB Section ${where} Invalid number of fields in PAB Section Heading`, 'Q214822', null),
    );
  else
    logEvent(context, {
      id: null,
      type: 'Error',
      text: `Parser Error ${where} ${one.text}.`,
      ...modelled('No source names an event for this heading; the words are those of the lab'),
    });
}

/** 8074: there is neither a mailbox nor a custom recipient for a section (Q256199). */
export function logNoMailbox(context: ImportContext, file: string, line: number, address: string): void {
  if (!room(context)) return;
  logEvent(
    context,
    error(
      8074,
      `MAPI Section ${simulatedFile(context.set, file)} Line: ${line} Failed to connect to the Mailbox. ${address}`,
      'Q256199, Q294351',
      null,
    ),
  );
}

/** 8149: directory import refused a line; why stands in the event of MSExchangeMigDS before it (Q200564). */
export function logDirectoryRefusal(context: ImportContext, file: string, line: number): void {
  if (!room(context)) return;
  logEvent(
    context,
    error(
      8149,
      `Directory Section ${simulatedFile(context.set, file)} Line: ${line} Unknown DAPI error occurred importing this line. (See error logged by 'MSEXCHANGEMigDS')`,
      'Q200564',
      null,
    ),
  );
}

/** 238: the address has been assigned to another entry. It may be harmless (Q234665). */
export function logAddressTaken(context: ImportContext, name: string, address: string, dn: string): void {
  logEvent(context, {
    log: 'MSExchangeMigDS',
    ...error(
      238,
      `The e-mail address specified for import object "${name}" is not unique. ${address} has already been assigned to Address Book entry ${dn}.`,
      'Q234665, Q200564',
      null,
    ),
  });
}

/** Something that directory import says without a documented number. */
export function logDirectoryError(context: ImportContext, type: SectionType, text: string): void {
  if (!room(context)) return;
  logEvent(context, {
    log: 'MSExchangeMigDS',
    id: null,
    type: 'Error',
    text,
    ...modelled(
      `That an error is reported is documented of ${type} sections; its number and words are not`,
      'SDK 8pbi',
    ),
  });
}

/** 8002, with the name of the recovery file (Q200564). */
export function logRecovery(context: ImportContext, recovery: string): void {
  logEvent(
    context,
    error(
      8002,
      `Errors occurred during the Migration Process. A recovery file has been created called ${recovery}.`,
      'Q200564, Q256199',
      null,
    ),
  );
}

/** Something wrong with the packing list; what it names besides goes on. */
export function logSetFault(context: ImportContext, text: string): void {
  if (!room(context)) return;
  logEvent(context, {
    id: null,
    type: 'Error',
    text,
    ...modelled('No source names an event for it; the words are those of the lab'),
  });
}
