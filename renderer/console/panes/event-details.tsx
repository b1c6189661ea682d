import { formatTime } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { Facts } from '../browse/facts.tsx';
import type { Event } from './events-pane.tsx';

interface EventDetailsProps {
  readonly event: Event | null;
  readonly offset: number;
}

/** One event as its property page shows it, and how far its number and text are documented. */
export function EventDetails({ event, offset }: EventDetailsProps) {
  return (
    <section
      className="scroll-text selectable event-details"
      aria-label={text('console.events.details')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {event === null ? (
        <p className="pane-note">{text('events.select')}</p>
      ) : (
        <>
          <Facts
            facts={[
              [text('console.events.column.type'), text(`console.events.type.${event.type}`)],
              [text('console.events.column.time'), formatTime(event.at, offset)],
              [text('console.events.column.source'), event.source],
              [text('events.id'), event.id === null ? text('events.id-unknown') : String(event.id)],
              [text('events.column.run'), event.run === null ? '' : text('browse.run', { run: event.run })],
            ]}
          />
          <p className="event-text">
            {event.text}{' '}
            <EvidenceBadge
              evidence={{
                evidence: event.evidence,
                source: event.evidenceSource,
                reason: event.evidenceReason,
              }}
            />
          </p>
        </>
      )}
    </section>
  );
}
