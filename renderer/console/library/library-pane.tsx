import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { Edit } from '../../kit/edit.tsx';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { useRevision } from '../panes/use-lab.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { Pane } from '../parts/pane.tsx';
import { ArticleView } from './article-view.tsx';
import { categoryText, standingText } from './standing.ts';
import './library-pane.css';

type Line = CommandOutput<'lab:articles'>['articles'][number];

interface LibraryPaneProps {
  readonly lab: string;
  /** The article to begin with, by its id; absent: none. */
  readonly article?: string | undefined;
}

/** The library of articles: searched on top, one of them read below. */
export function LibraryPane({ lab, article }: LibraryPaneProps) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(article ?? null);
  const asking = useAsk('lab:articles', { lab, search }, useRevision(lab));
  return (
    <Pane title={text('library.title')} subtitle={text('library.subtitle')}>
      <div className="library">
        <AskedView asking={asking}>
          {({ articles, all }) => (
            <>
              <div className="pane-row library-search">
                <Edit label={text('library.search')} value={search} onChange={setSearch} maxLength={200} />
                <span className="pane-note push" role="status">
                  {text('library.shown', { shown: articles.length, all })}
                </span>
              </div>
              <ListView
                label={text('library.list')}
                columns={COLUMNS}
                rows={articles}
                rowKey={(row) => row.id}
                selectedKey={chosen}
                onSelect={(row) => setChosen(row.id)}
                empty={text('library.none')}
              />
            </>
          )}
        </AskedView>
        <ArticleView lab={lab} article={chosen} />
      </div>
    </Pane>
  );
}

const COLUMNS: readonly Column<Line>[] = [
  { id: 'kb', title: text('library.column.kb'), width: 84, text: (row) => row.kb },
  { id: 'title', title: text('library.column.title'), width: 'fill', text: (row) => row.title },
  {
    id: 'category',
    title: text('library.column.category'),
    width: 140,
    text: (row) => categoryText(row.category),
  },
  {
    id: 'here',
    title: text('library.column.here'),
    width: 120,
    text: standingText,
  },
];
