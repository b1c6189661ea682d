import { pathTo, postOfficeNamed } from '../engine/migrate/import/post-office.ts';
import { organizationsReport } from '../engine/report/organizations.ts';
import type { Lab } from '../engine/store/lab.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { migrationTypes } from '../../shared/wizard/migration-types.ts';
import type { WizardOrder } from './drive-wizard.ts';

/** The path of a post office that was named without one: the drive that is mapped to it, else its network path; '': unknown. */
function pathOf(lab: Lab, name: string): string {
  const office = postOfficeNamed(lab, name);
  return office.ok ? pathTo(lab, office.value) : '';
}

/**
 * An order with what the lab itself knows. A post office that the lab has not stays without a path, for the wizard's page to
 * complain of. Failure code: type-not-in-lab, for a type that was asked for by name; the machine would take the lab's own.
 */
export function fromLab(lab: Lab, order: WizardOrder): Result<WizardOrder> {
  const places = organizationsReport(lab, { file: lab.path });
  if (!places.ok) return places;
  const { type, postOfficeName = '', postOfficePath = '' } = order.answers;
  const types = migrationTypes(places.value);
  if (type !== undefined && !types.includes(type)) {
    return fail(
      'type-not-in-lab',
      `The wizard of ${lab.path} (${places.value.product?.name ?? 'no Exchange'}) knows no type ${type}: choose ${types.join(', ')} with --source.`,
    );
  }
  const missing = postOfficeName !== '' && postOfficePath === '';
  return ok(
    missing
      ? { ...order, answers: { ...order.answers, postOfficePath: pathOf(lab, postOfficeName) } }
      : order,
  );
}
