import { text } from '../../../shared/text/text.ts';
import type { ShownArticle } from './article-view.tsx';

interface LadderViewProps {
  readonly ladder: NonNullable<ShownArticle['ladder']>;
}

/** The releases of a file as rungs, each with or without the defect, and where this server stands. */
export function LadderView({ ladder }: LadderViewProps) {
  const state = (open: boolean): string => text(open ? 'library.ladder.open' : 'library.ladder.closed');
  const lines = [
    ...ladder.rungs.map((rung) => ({ ...rung, state: state(rung.open), here: false })),
    {
      label: text('library.ladder.installed'),
      version: ladder.installed ?? text('library.ladder.not-there'),
      open: ladder.open,
      state: ladder.installed === null ? '' : state(ladder.open),
      here: true,
    },
  ];
  return (
    <div className="library-section">
      <h3>{text('library.ladder', { file: ladder.file })}</h3>
      <p>
        {text('library.ladder.introduced')}: {ladder.introduced ?? text('library.ladder.from-the-beginning')};{' '}
        {text('library.ladder.fixed')}: {ladder.fixed}
      </p>
      <ul className="ladder">
        {lines.map((line) => (
          <li key={line.label} data-open={line.open} data-here={line.here}>
            <span className="ladder-label">{line.label}</span>
            <span className="ladder-version">{line.version}</span>
            {line.state === '' ? <span /> : <span className="ladder-bar" aria-hidden="true" />}
            <span className="ladder-state">{line.state}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
