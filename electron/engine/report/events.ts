import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';

type EventRow = LabOutput<'events'>['events'][number];

/** The application log in the order in which it was written. `id` null: the event's number is not documented. */
export function eventsReport(lab: Lab): Result<LabOutput<'events'>> {
  return ok({
    events: lab
      .all<EventRow>(
        `SELECT at, source, event_id AS id, type, text, run_id AS run, evidence, evidence_source AS evidenceSource,
        evidence_reason AS evidenceReason FROM event ORDER BY event.id`,
      )
      .map((row) => ({ ...row })),
  });
}
