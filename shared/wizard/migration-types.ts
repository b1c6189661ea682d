import { levelAtLeast } from '../gate/version.ts';
import type { SourceType } from '../lab/run-plan.ts';
import type { LabFact } from './facts.ts';
import type { MigrationType } from './model.ts';

/** Rows of the 2003 wizard, Exchange sources first (KB307706, KB328871; the order is modelled). */
const TYPES_2003: readonly MigrationType[] = [
  'EXCHANGE',
  'FILE',
  'MSMAILPC',
  'CCMAIL',
  'NOTES',
  'GRPWISE',
  'GRPWISE5',
  'ADSI',
  'IMAP',
];

/** Rows of the 5.5 wizard by the service pack that brings them (XMG 04023, Q263755; which pack brings LDAP, IMAP and GroupWise 5.x is modelled by Mlmigad.dll in SP3, Q243604). */
const TYPES_55: readonly { readonly from: string; readonly types: readonly MigrationType[] }[] = [
  { from: 'RTM', types: ['FILE', 'MSMAILPC', 'CCMAIL', 'GRPWISE', 'COLLABRA'] },
  { from: 'SP1', types: ['NOTES'] },
  { from: 'SP3', types: ['GRPWISE5', 'ADSI', 'IMAP'] },
];

export const EXCHANGE_55 = 'Exchange Server 5.5';

/** The rows that the wizard of this lab's migration server shows. The wizard of 5.5 knows no Exchange source (KB328871). */
export function migrationTypes(lab: LabFact | null): readonly MigrationType[] {
  const product = lab?.product ?? null;
  if (product?.name !== EXCHANGE_55) return TYPES_2003;
  return TYPES_55.filter((row) => levelAtLeast(product.level, row.from)).flatMap((row) => row.types);
}

/** The types that a run can have; the others never get as far as a plan. */
export function runnableType(type: MigrationType): SourceType | null {
  return type === 'EXCHANGE' || type === 'CCMAIL' || type === 'FILE' ? type : null;
}
