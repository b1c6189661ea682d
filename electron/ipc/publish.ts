import type { Channel, News } from '../../shared/ipc/app-commands.ts';

/** Shortest time between two news of one kind about one lab. */
const INTERVAL_MS = 100;

export interface PublishOptions {
  /** Delivers one piece of news to every window. */
  send(channel: Channel, news: unknown): void;
  /** A clock that only goes forward, in milliseconds. */
  now(): number;
  later(work: () => void, ms: number): void;
}

export type Publish = <C extends Channel>(channel: C, news: News<C>) => void;

interface Waiting {
  sentAt: number;
  pending: { readonly channel: Channel; readonly news: unknown } | null;
}

/** A run's news name only the rows that changed, so rows of news that is skipped move into the next. */
function mergeRunNews(earlier: News<'run'>, later: News<'run'>): News<'run'> {
  const rows = new Map(earlier.news.mailboxes.map((row) => [row.alias, row]));
  for (const row of later.news.mailboxes) rows.set(row.alias, row);
  return { ...later, news: { ...later.news, mailboxes: [...rows.values()] } };
}

/**
 * Sends news on, at most ten a second of each kind and lab: the first at once, the last always, what lies between is
 * folded together. The end of a run goes out at once, after whatever was still waiting about it.
 */
export function createPublisher({ send, now, later }: PublishOptions): Publish {
  const kinds = new Map<string, Waiting>();

  const flush = (key: string): void => {
    const waiting = kinds.get(key);
    if (waiting === undefined || waiting.pending === null) return;
    const { channel, news } = waiting.pending;
    waiting.pending = null;
    waiting.sentAt = now();
    send(channel, news);
  };

  return (channel, news) => {
    const lab = 'lab' in news ? news.lab : '';
    const key = `${channel} ${lab}`;
    // One after another tells a story of which no part may be left out; a person presses slowly.
    if (channel === 'wizard-moved') return send(channel, news);
    if (channel === 'run-ended') {
      flush(`run ${lab}`);
      send(channel, news);
      return;
    }
    const waiting = kinds.get(key) ?? { sentAt: Number.NEGATIVE_INFINITY, pending: null };
    kinds.set(key, waiting);
    if (waiting.pending !== null) {
      const isRun = channel === 'run';
      const merged = isRun ? mergeRunNews(waiting.pending.news as News<'run'>, news as News<'run'>) : news;
      waiting.pending = { channel, news: merged };
      return;
    }
    waiting.pending = { channel, news };
    const due = waiting.sentAt + INTERVAL_MS - now();
    if (due <= 0) flush(key);
    else later(() => flush(key), due);
  };
}
