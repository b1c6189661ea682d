import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { documented } from '../../../shared/evidence.ts';
import { text } from '../../../shared/text/text.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { Facts } from '../browse/facts.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { LadderView } from './ladder-view.tsx';
import { standingText } from './standing.ts';

export type ShownArticle = CommandOutput<'lab:article'>;

interface ArticleViewProps {
  readonly lab: string;
  readonly article: string | null;
}

/** One article as one reads it; scrolls by itself. */
export function ArticleView({ lab, article }: ArticleViewProps) {
  return (
    <section
      className="scroll-text selectable library-article"
      aria-label={text('library.article')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {article === null ? (
        <p className="pane-note">{text('library.select')}</p>
      ) : (
        <Asked key={article} lab={lab} article={article} />
      )}
    </section>
  );
}

function Asked({ lab, article }: { readonly lab: string; readonly article: string }) {
  const asking = useAsk('lab:article', { lab, id: article }, useRevision(lab));
  return <AskedView asking={asking}>{(shown) => <Shown article={shown} />}</AskedView>;
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? text('library.none-named') : values.join(', ');
}

function Shown({ article }: { readonly article: ShownArticle }) {
  return (
    <>
      <h2 className="library-heading">
        {article.kb}: {article.title} <EvidenceBadge evidence={documented(article.source)} />
      </h2>
      <Facts
        facts={[
          [text('library.applies-to'), article.appliesTo.join('; ')],
          [text('library.revised'), article.revised ?? text('library.no-date')],
          [text('library.fixed-in'), article.fixedIn ?? text('library.no-date')],
          [
            text('library.events'),
            listed(
              article.events.map(({ id, source }) => (source === null ? String(id) : `${source} ${id}`)),
            ),
          ],
          [text('library.files'), listed(article.files.map(({ name, version }) => `${name} ${version}`))],
        ]}
      />
      {article.sections.map(({ section, statements }) => (
        <div key={section} className="library-section">
          <h3>{text(`library.section.${section}`)}</h3>
          {section === 'steps' ? (
            <ol>
              {statements.map((says) => (
                <li key={says}>{says}</li>
              ))}
            </ol>
          ) : (
            statements.map((says) => <p key={says}>{says}</p>)
          )}
        </div>
      ))}
      {article.ladder !== null && <LadderView ladder={article.ladder} />}
      <div className="library-section">
        <h3>{text('library.here')}</h3>
        {article.rules.length === 0 ? (
          <p>{text(article.playable ? 'library.here.elsewhere' : 'library.here.none')}</p>
        ) : (
          article.rules.map((rule) => (
            <p key={rule.found}>
              {standingText({ standing: rule.verdict, playable: true })}: {rule.found}{' '}
              <EvidenceBadge evidence={rule} />
            </p>
          ))
        )}
      </div>
      <p className="pane-note">{text(`library.told.${article.told}`)}</p>
    </>
  );
}
