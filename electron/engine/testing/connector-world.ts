import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { CcMailLabSpec, PostOfficeSpec, ProgramsSpec } from '../build/ccmail-spec.ts';
import { connectorReport } from '../connector/connector-report.ts';
import { fileAct } from '../server/file-acts.ts';
import { serviceAct } from '../server/service-acts.ts';
import type { Lab } from '../store/lab.ts';
import { type CcMailTestLab, ccMailWorld, smallSpec, userSpec } from './ccmail-world.ts';

export const WINNT = 'C:\\WINNT';
export const STORE = 'C:\\exchsrvr\\ccmcdata';
export const ADMIN = '\\\\HARBOR\\CCADMIN';

type Shown = NonNullable<LabOutput<'connector'>['connector']>;

/** One set of programs in a folder. */
export function programs(
  set: ProgramsSpec['set'],
  directory: string,
  more: Partial<ProgramsSpec> = {},
): ProgramsSpec {
  return { set, directory, renamed: false, missing: [], ...more };
}

/** A lab with a running connector for HARBOR; by default a DB8 post office of release 8.3 and the 16-bit programs in Winnt. */
export function connectorWorld(
  office: Partial<PostOfficeSpec> = {},
  laid: readonly ProgramsSpec[] = [programs('dos-8.3', WINNT)],
  more: Partial<CcMailLabSpec> = {},
): CcMailTestLab {
  return ccMailWorld(
    smallSpec(
      {
        users: [userSpec('Vane, Cora', 2), userSpec('Ferris, Nora', 1)],
        database: 'DB8',
        release: '8.3',
        ...office,
      },
      { programs: laid, connector: 'HARBOR', ...more },
    ),
  );
}

/** The connector after what was asked; a refusal is a bug of the test. */
export function shown(on: Lab, asked: { do?: 'cycle' | 'transfer'; set?: string } = {}): Shown | null {
  const done = connectorReport(on, { file: on.path, ...asked });
  if (!done.ok) throw new Error(done.failure.message);
  return done.value.connector;
}

/** What came of one cycle or transfer. */
export function work(on: Lab, what: 'cycle' | 'transfer' = 'cycle') {
  const connector = shown(on, { do: what });
  const last = connector?.cycles[0];
  if (connector === null || last === undefined) throw new Error('no cycle');
  return { state: connector.state, result: last.result, code: last.code, steps: last.steps, connector };
}

/** Its events, but for those of a start. */
export function connectorEvents(on: Lab): readonly { readonly id: number | null; readonly text: string }[] {
  return on
    .all<{ id: number | null; text: string }>(
      "SELECT event_id AS id, text FROM event WHERE source = 'MSExchangeCCMC' ORDER BY event.id",
    )
    .filter(({ text }) => !text.includes('successfully started'));
}

export const eventIds = (on: Lab): readonly (number | null)[] => connectorEvents(on).map(({ id }) => id);

export const file = (on: Lab, act: 'copy' | 'rename' | 'delete', path: string, to?: string) =>
  fileAct(on, { file: on.path, act, path, ...(to === undefined ? {} : { to }) });

export const service = (on: Lab, action: 'start' | 'stop') =>
  serviceAct(on, { file: on.path, name: 'MSExchangeCCMC', action });

export function damage(on: Lab): string | null {
  return on.get<{ damage: string | null }>('SELECT damage FROM post_office')?.damage ?? null;
}
