import type { Failure, Result } from '../../shared/result.ts';

/** A page as the lab answers it. */
export interface PageAnswer<Row> {
  readonly mark: string;
  readonly total: number;
  readonly rows: readonly Row[];
}

export type AskPage<Row> = (wanted: {
  readonly from: number;
  readonly count: number;
  readonly mark?: string;
}) => Promise<Result<PageAnswer<Row>>>;

/** What is known of a long list at the moment; a new object after every change. */
export interface PagesSeen<Row> {
  /** Null until the first page is here. */
  readonly total: number | null;
  readonly failure: Failure | null;
  readonly rowAt: (index: number) => Row | undefined;
}

export interface PageLoader<Row> {
  readonly seen: () => PagesSeen<Row>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says which rows are looked at; they are fetched, one page after the other, and what was passed by is not. */
  readonly lookAt: (first: number, end: number) => void;
  /** The list changed: what is looked at is fetched anew, and stays until then. */
  readonly renew: () => void;
}

export const PAGE_SIZE = 100;
/** Pages that are kept: some screens around what is looked at. */
const PAGES_KEPT = 40;

/** Fetches the rows of a long list as somebody looks at them. At most one page is on its way. */
export function createPageLoader<Row>(askPage: AskPage<Row>): PageLoader<Row> {
  const listeners = new Set<() => void>();
  let pages = new Map<number, { readonly rows: readonly Row[]; readonly edition: number }>();
  let edition = 0;
  let mark: string | null = null;
  let total: number | null = null;
  let failure: Failure | null = null;
  let wanted = { first: 0, last: 0 };
  let busy = false;
  const look = (): PagesSeen<Row> => ({
    total,
    failure,
    rowAt: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE],
  });
  let seen = look();
  const tell = (): void => {
    seen = look();
    for (const listener of listeners) listener();
  };

  const missing = (): number | null => {
    for (let page = wanted.first; page <= wanted.last; page += 1)
      if (pages.get(page)?.edition !== edition) return page;
    return null;
  };
  const forgetFarPages = (): void => {
    if (pages.size <= PAGES_KEPT) return;
    const distance = (page: number): number => Math.max(wanted.first - page, page - wanted.last, 0);
    const near = [...pages].sort(([a], [b]) => distance(a) - distance(b)).slice(0, PAGES_KEPT);
    pages = new Map(near);
  };

  const pump = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let page = missing(); page !== null; page = missing()) {
      const asked = edition;
      const place = { from: page * PAGE_SIZE, count: PAGE_SIZE };
      const answer = await askPage(mark === null ? place : { ...place, mark });
      // The list changed while the answer was on its way: it is asked for again.
      if (asked !== edition) continue;
      if (!answer.ok) {
        failure = answer.failure;
        break;
      }
      failure = null;
      mark = answer.value.mark;
      total = answer.value.total;
      pages.set(page, { rows: answer.value.rows, edition: asked });
      forgetFarPages();
      wanted = { first: wanted.first, last: Math.min(wanted.last, lastPage(total)) };
      tell();
    }
    busy = false;
    if (failure !== null) tell();
  };

  return {
    seen: () => seen,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lookAt: (first, end) => {
      const last = Math.floor(Math.max(first, end - 1) / PAGE_SIZE);
      wanted = { first: Math.floor(first / PAGE_SIZE), last: Math.min(last, lastPage(total)) };
      void pump();
    },
    renew: () => {
      edition += 1;
      mark = null;
      failure = null;
      void pump();
    },
  };
}

function lastPage(total: number | null): number {
  return total === null ? Number.MAX_SAFE_INTEGER : Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
}
