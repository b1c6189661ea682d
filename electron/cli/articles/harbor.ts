import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../../shared/result.ts';
import type { GateReport } from '../../../shared/ipc/shapes.ts';
import { buildCcMailLab } from '../../engine/build/ccmail-lab.ts';
import { ccMailLabSpec, ccMailScenario } from '../../engine/build/ccmail-scenario.ts';
import { createLab } from '../../engine/store/lab.ts';
import type { Live } from './live.ts';

const FILES: Readonly<Record<string, unknown>> = import.meta.glob('../../../resources/scenarios/*.json', {
  eager: true,
  import: 'default',
});

type Level = 'RTM' | 'SP1' | 'SP2' | 'SP3' | 'SP4';

/** Makes the lab of a cc:Mail scenario with its migration server at another level. */
export function atLevel(live: Live, id: string, level: Level): string {
  const raw = FILES[`../../../resources/scenarios/${id}.json`];
  const data = ccMailScenario.parse(raw);
  const name = `${id}-${level}.mwlab`;
  const made = createLab(join(live.folder, name), (lab) => {
    const built = buildCcMailLab(lab, ccMailLabSpec({ ...data, server: { level, fixes: [] } }, 1));
    return built.ok ? ok(null) : built;
  });
  if (!made.ok) throw new Error(made.failure.message);
  return name;
}

/** `mailmig` over everybody in the post office of the scenarios. */
export const migrate = (live: Live, file: string, ...more: readonly string[]) =>
  live.mailmig(
    '--source',
    'CCMAIL',
    '--lab',
    file,
    '--post-office',
    'HARBOR',
    '/P:lantern',
    '--accounts',
    'all',
    ...more,
  );

/** The gate's answer for that run; whatever its exit code. */
export const judge = (live: Live, file: string): Promise<GateReport> =>
  live.ask('gate', [file, '--source', 'CCMAIL', '--post-office', 'HARBOR'], [0, 1]);

export const refusals = (gate: GateReport): readonly string[] =>
  gate.rules.filter((rule) => rule.verdict === 'refuse').map((rule) => rule.kb);

/** Every alias of the report that came to this state. */
export const inState = (
  report: Awaited<ReturnType<typeof migrate>>['report'],
  state: string,
): readonly string[] =>
  report.mailboxes.filter((mailbox) => mailbox.state === state).map((mailbox) => mailbox.alias);

/** Number of every event in the log, in its order. */
export async function eventIds(live: Live, file: string): Promise<readonly (number | null)[]> {
  return (await live.ask('events', [file])).events.map((event) => event.id);
}

/** The text of every .PRI file of the set that was extracted, by name. */
export function primaryFiles(live: Live, file: string, folder: string): Readonly<Record<string, string>> {
  const real = join(live.folder, `${file}.files`, 'C', folder);
  const set = readdirSync(real)[0] ?? '';
  return Object.fromEntries(
    readdirSync(join(real, set))
      .filter((name) => name.toUpperCase().endsWith('.PRI'))
      .map((name) => [name.toUpperCase(), readFileSync(join(real, set, name), 'latin1')]),
  );
}
