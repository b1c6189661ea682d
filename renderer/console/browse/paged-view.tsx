import { text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { PagedList } from '../../kit/paged-list/paged-list.tsx';
import { ViewState } from '../../kit/view-state.tsx';
import type { Pages } from '../../stores/use-pages.ts';

interface PagedViewProps<Row> {
  readonly label: string;
  readonly pages: Pages<Row>;
  readonly columns: readonly Column<Row>[];
  readonly selectedIndex: number | null;
  readonly onSelect: (index: number) => void;
  readonly onOpen?: (row: Row) => void;
  readonly empty: string;
}

/** A long list of the lab with its states: on its way, failed, empty, there. */
export function PagedView<Row>({ pages, ...list }: PagedViewProps<Row>) {
  const { seen, lookAt, again } = pages;
  if (seen.failure !== null)
    return (
      <ViewState
        kind="failed"
        text={seen.failure.message}
        action={{ label: text('console.again'), onPress: again }}
      />
    );
  if (seen.total === null) return <ViewState kind="loading" text={text('console.loading')} />;
  return (
    <PagedList
      {...list}
      total={seen.total}
      rowAt={seen.rowAt}
      onLookAt={lookAt}
      loading={text('browse.loading')}
    />
  );
}
