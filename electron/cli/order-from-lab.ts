import { pathTo, postOfficeNamed } from '../engine/migrate/import/post-office.ts';
import { organizationsReport } from '../engine/report/organizations.ts';
import type { Lab } from '../engine/store/lab.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { migrationTypes } from '../../shared/wizard/migration-types.ts';
import type { WizardOrder } from './drive-wizard.ts';

/**
 * An order with what the lab itself knows: the path of a post office that was named without one is the drive that is mapped
 * to it, else its network path. Failure codes: post-office-name, and type-not-in-lab for a type that was asked for by name,
 * of which the machine would make one that the lab has.
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
  if (postOfficeName === '' || postOfficePath !== '') return ok(order);
  const office = postOfficeNamed(lab, postOfficeName);
  if (!office.ok) return office;
  return ok({ ...order, answers: { ...order.answers, postOfficePath: pathTo(lab, office.value) } });
}
