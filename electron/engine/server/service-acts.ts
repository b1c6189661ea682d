import { CONNECTOR_SERVICE } from '../../../shared/lab/connector.ts';
import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { startConnector, stopConnector } from '../connector/work.ts';
import { liveRuns } from '../migrate/claim.ts';
import type { Lab } from '../store/lab.ts';
import { writeAct } from './act-row.ts';
import { PRODUCTS, type ServiceData } from './products.ts';

type State = 'running' | 'stopped';
type Done = LabOutput<'service'>;

function statesOf(lab: Lab): Done['services'] {
  return lab.all('SELECT name, state FROM service ORDER BY name');
}

/** Whether a service of the migration server runs; one that is not there does not. */
export function serviceRuns(lab: Lab, name: string): boolean {
  return statesOf(lab).some((each) => each.name === name && each.state === 'running');
}

/** Which services each one needs, by the data of the products that are installed. */
function needsOf(lab: Lab): Map<string, readonly string[]> {
  const installed = new Set(lab.all<{ name: string }>('SELECT name FROM product').map(({ name }) => name));
  const data: ServiceData[] = PRODUCTS.filter(({ product }) => installed.has(product)).flatMap((product) => [
    ...product.services,
    ...(product.connector === undefined ? [] : [product.connector]),
  ]);
  return new Map(data.map(({ name, needs }) => [name, needs]));
}

/** The service and all that it needs, those first. */
function withNeeds(name: string, needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...new Set([...(needs.get(name) ?? []).flatMap((each) => withNeeds(each, needs)), name])];
}

/** The service and all that need it, those first. */
function withDependents(name: string, needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const dependents = [...needs].filter(([, needed]) => needed.includes(name)).map(([each]) => each);
  return [...new Set([...dependents.flatMap((each) => withDependents(each, needs)), name])];
}

function put(lab: Lab, name: string, state: State): void {
  lab.run('UPDATE service SET state = ? WHERE name = ?', state, name);
  if (name !== CONNECTOR_SERVICE) return;
  if (state === 'running') startConnector(lab);
  else stopConnector(lab);
}

function change(lab: Lab, given: string, action: 'start' | 'stop'): Result<readonly string[]> {
  const states = new Map(statesOf(lab).map((each) => [each.name, each.state]));
  const name = [...states.keys()].find((each) => each.toLowerCase() === given.trim().toLowerCase());
  if (name === undefined)
    return fail(
      'service-unknown',
      `The migration server of ${lab.path} has no service "${given}": it has ${[...states.keys()].join(', ') || 'none'}.`,
    );
  const [wanted, word]: [State, string] =
    action === 'start' ? ['running', 'runs'] : ['stopped', 'is stopped'];
  if (states.get(name) === wanted)
    return fail('service-state', `The service ${name} ${word} already: nothing was changed.`);
  const needs = needsOf(lab);
  const chain = (action === 'start' ? withNeeds(name, needs) : withDependents(name, needs)).filter(
    (each) => states.has(each) && states.get(each) !== wanted,
  );
  const [live] = liveRuns(lab);
  if (action === 'stop' && live !== undefined && chain.some((each) => each !== CONNECTOR_SERVICE))
    return fail(
      'service-busy',
      `Run ${live} of ${lab.path} is going on and needs ${name}: wait until it has ended, or cancel it.`,
    );
  writeAct(lab, 'service', { [action]: name, changed: chain });
  for (const each of chain) put(lab, each, wanted);
  return ok(chain);
}

/** Events that were logged after a row. */
function eventsSince(lab: Lab, last: number): Done['events'] {
  return lab.all(
    'SELECT source, event_id AS id, type, text FROM event WHERE event.id > ? ORDER BY event.id',
    last,
  );
}

/**
 * `lab service`: starts a service with those it needs, or stops it with those that need it, and tells how all stand. A
 * service that starts and ends at once, as the connector may, is no failure of the command: the events say why.
 * Failure codes: service-unknown, service-state, service-busy, service-action; nothing is changed then.
 */
export function serviceAct(lab: Lab, { name, action }: LabInput<'service'>): Result<Done> {
  if (name === undefined) return ok({ changed: [], services: statesOf(lab), events: [] });
  if (action === undefined) return fail('service-action', `Say whether ${name} is to be started or stopped.`);
  return lab.transact(() => {
    const { last } = lab.get<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM event') ?? {
      last: 0,
    };
    const done = change(lab, name, action);
    if (!done.ok) return done;
    return ok({ changed: [...done.value], services: statesOf(lab), events: eventsSince(lab, last) });
  });
}
