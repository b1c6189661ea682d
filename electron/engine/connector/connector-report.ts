import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import {
  CONNECTOR_SERVICE,
  CONNECTOR_SETTINGS,
  type CycleDetail,
  type CycleResult,
} from '../../../shared/lab/connector.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { FoundProgram } from '../postoffice/find-programs.ts';
import { postOffice } from '../postoffice/post-office-row.ts';
import { writeAct } from '../server/act-row.ts';
import type { Lab } from '../store/lab.ts';
import { changeSetting } from './change-setting.ts';
import { type Connector, connectorOf } from './connector-row.ts';
import { findConnectorPrograms } from './programs.ts';
import { servedPostOffice, workOnce } from './work.ts';

type Shown = NonNullable<LabOutput<'connector'>['connector']>;

function programsOf(lab: Lab, { settings, standing }: Connector): Shown['programs'] {
  const programs = findConnectorPrograms(lab, standing.active ?? settings);
  const shown = (name: string, found: FoundProgram | null): Shown['programs'][number] => ({
    name,
    path: found?.path ?? null,
    version: found?.version ?? null,
    flavour: found?.flavour ?? null,
  });
  return [
    shown(settings.import, programs.import),
    shown(settings.export, programs.export),
    ...(programs.resource.needed ? [shown(programs.resource.name, programs.resource.found)] : []),
    ...(programs.export?.flavour === '32-bit'
      ? programs.libraries.map((each) => shown(each.name, each.found))
      : []),
  ];
}

function cyclesOf(lab: Lab): Shown['cycles'] {
  return lab
    .all<{ at: number; kind: string; result: string; detail: string }>(
      'SELECT at, kind, result, detail FROM connector_cycle ORDER BY id DESC LIMIT 50',
    )
    .map(({ detail, ...row }) => ({ ...row, ...(JSON.parse(detail) as CycleDetail) }));
}

function lastResult(lab: Lab): CycleResult | null {
  return (
    lab.get<{ result: CycleResult }>('SELECT result FROM connector_cycle ORDER BY id DESC LIMIT 1')?.result ??
    null
  );
}

function show(lab: Lab): Shown | null {
  const connector = connectorOf(lab);
  const served = servedPostOffice(lab);
  if (connector === null || served === null) return null;
  const po = postOffice(lab, served);
  return {
    service: CONNECTOR_SERVICE,
    state: connector.standing.active === null ? 'stopped' : 'running',
    postOffice: {
      name: po.name,
      directory: po.directory,
      database: po.database,
      release: po.release,
      damaged: po.damage !== null,
    },
    settings: CONNECTOR_SETTINGS.map(({ key, label, values, registry, grounds }) => ({
      key,
      name: label,
      value: connector.settings[key],
      values: [...values],
      registry,
      ...grounds,
    })),
    /** Whether settings were changed that count from the next start on. */
    restartNeeded:
      connector.standing.active !== null &&
      JSON.stringify(connector.standing.active) !== JSON.stringify(connector.settings),
    programs: programsOf(lab, connector),
    cycles: cyclesOf(lab),
  };
}

/**
 * `lab connector`: how the Connector for cc:Mail stands, after a cycle of directory synchronization, a transfer of
 * messages or a change of settings where one is asked for. A cycle that fails is no failure of the command: its result
 * says so. Failure codes: connector-none, connector-stopped, setting-form, setting-unknown, setting-value; nothing is changed then.
 */
export function connectorReport(lab: Lab, input: LabInput<'connector'>): Result<LabOutput<'connector'>> {
  if (input.do === undefined && input.set === undefined) return ok({ connector: show(lab), result: null });
  return lab.transact(() => {
    const connector = connectorOf(lab);
    if (connector === null)
      return fail(
        'connector-none',
        `The migration server of ${lab.path} has no Connector for cc:Mail: there is nothing to run or set.`,
      );
    if (input.set !== undefined) {
      const done = changeSetting(lab, input.set);
      if (!done.ok) return done;
    }
    if (input.do !== undefined) {
      if (connector.standing.active === null)
        return fail(
          'connector-stopped',
          `The Connector for cc:Mail of ${lab.path} is stopped: start it first (lab service --start ${CONNECTOR_SERVICE}).`,
        );
      writeAct(lab, 'connector', { do: input.do });
      workOnce(lab, input.do === 'cycle' ? 'dirsync' : 'transfer');
    }
    return ok({ connector: show(lab), result: input.do === undefined ? null : lastResult(lab) });
  });
}
