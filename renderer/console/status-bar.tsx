import { text } from '../../shared/text/text.ts';
import { useConsole } from '../stores/console-store.ts';
import { useLabs } from '../stores/labs-store.ts';

/** What was done last, and what is going on. */
export function StatusBar() {
  const said = useConsole((state) => state.said);
  const going = useGoingOn();
  return (
    <footer className="status-bar">
      <span role="status">{said === '' ? text('console.status.ready') : said}</span>
      <span>{going}</span>
    </footer>
  );
}

function useGoingOn(): string {
  const { labs, runs, ended, engineProblem } = useLabs((state) => state);
  const nameOf = (id: string): string => labs?.open.find((lab) => lab.lab === id)?.name ?? id;
  if (labs !== null && labs.preparing !== null) {
    return text('console.status.preparing', { name: labs.preparing });
  }
  const [live] = Object.values(runs);
  if (live !== undefined) {
    const { run, stage, done, total } = live.news;
    const lab = nameOf(live.lab);
    return live.paused
      ? text('console.status.paused', { lab, run })
      : text('console.status.run', { lab, run, stage, done, total });
  }
  if (engineProblem !== null) return text('console.status.engine', { reason: engineProblem });
  const last = Object.values(ended).at(-1);
  if (last === undefined || last.report.run === null) return '';
  return text('console.status.ended', {
    lab: nameOf(last.lab),
    run: last.report.run,
    state: text(`console.runs.state.${last.report.state}`),
  });
}
