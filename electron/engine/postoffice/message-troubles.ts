import { documented, type Why } from '../../../shared/evidence.ts';
import type { MessageFlaw, PoDatabase } from '../../../shared/lab/post-office.ts';
import type { ImportEvent } from '../migrate/import/import-events.ts';
import { defectActive } from '../server/defects.ts';
import type { Lab } from '../store/lab.ts';
import { EXTRACT_REASONS } from './extract-reasons.ts';
import { DR_WATSON } from './extract-troubles.ts';
import type { ExportedMessage } from './exported-messages.ts';
import type { PostOffice } from './post-office-row.ts';

/** What a message does to the extraction: it ends the run, the export of its user fails, or the user's remaining messages are left. */
export interface MessageTrouble {
  readonly effect: 'run-fails' | 'user-fails' | 'rest-is-left';
  readonly event: ImportEvent;
  readonly why: Why;
}

interface FlawDefect {
  readonly kb: string;
  /** The database whose extractor has the defect; null: both. */
  readonly database: PoDatabase | null;
  readonly effect: MessageTrouble['effect'];
  readonly eventId: number;
  readonly text: (user: string) => string;
  readonly why: Why;
}

/** Each flaw with the defect that it meets. One that the file has no more is written like any other message. */
const FLAWS: Readonly<Record<MessageFlaw['kind'], FlawDefect>> = {
  'invalid-date': {
    kb: 'Q233325',
    database: 'DB8',
    effect: 'rest-is-left',
    eventId: 1011,
    text: () => 'cc:Mail DB8 extraction - Date field invalid in message.',
    why: EXTRACT_REASONS.invalidDate,
  },
  'zero-size': {
    kb: 'Q287056',
    database: null,
    effect: 'user-fails',
    eventId: 1027,
    text: (user) =>
      `cc:Mail - Export program returned an invalid Message size of '0'. Account '${user}' did not migrate successfully.`,
    why: EXTRACT_REASONS.zeroSize,
  },
  'missing-token': {
    kb: 'Q184391',
    database: null,
    effect: 'rest-is-left',
    eventId: 1029,
    text: () => "Invalid Token '6' found in the exported file. Token should have been 'Message:'.",
    why: EXTRACT_REASONS.missingToken,
  },
  'unreadable-contents': {
    kb: 'Q238784',
    database: 'DB8',
    effect: 'rest-is-left',
    eventId: 1032,
    text: () => "Error reading Export file within the 'message contents' processing.",
    why: EXTRACT_REASONS.unreadable,
  },
};

/** Which defects of the server a post office's messages can meet; asked once for a run, for the server does not change in it. */
export function messageTroubles(
  lab: Lab,
  po: PostOffice,
): (message: ExportedMessage, user: string) => MessageTrouble | null {
  const accessViolation = po.database === 'DB8' && defectActive(lab, 'Q197114');
  const flawed = new Map(
    (Object.entries(FLAWS) as [MessageFlaw['kind'], FlawDefect][]).filter(
      ([, { kb, database }]) => (database === null || database === po.database) && defectActive(lab, kb),
    ),
  );
  return (message, user) => {
    if (accessViolation && message.addresses.some(({ type }) => type.toUpperCase() === 'ATTMAIL'))
      return { effect: 'run-fails', event: DR_WATSON, why: EXTRACT_REASONS.accessViolation };
    const defect = message.flaw === null ? undefined : flawed.get(message.flaw);
    if (defect === undefined) return null;
    const { effect, eventId, text, kb, why } = defect;
    return { effect, why, event: { id: eventId, type: 'Error', text: text(user), ...documented(kb) } };
  };
}
