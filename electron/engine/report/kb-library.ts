import filters from '../../../resources/kb/aa996178-filters.json' with { type: 'json' };
import initialized from '../../../resources/kb/aa996178-initialized.json' with { type: 'json' };
import unsynchronized from '../../../resources/kb/kb289995-unsynchronized.json' with { type: 'json' };
import trust from '../../../resources/kb/kb328871-trust.json' with { type: 'json' };
import betweenStages from '../../../resources/kb/kb842101-between-stages.json' with { type: 'json' };
import kb919235 from '../../../resources/kb/kb919235.json' with { type: 'json' };
import sameOrganization from '../../../resources/kb/same-organization.json' with { type: 'json' };
import targetMissing from '../../../resources/kb/target-missing.json' with { type: 'json' };
import { type KbRecord, parseKbRecord } from '../../../shared/gate/record.ts';

/** The records in the order in which the gate names them: what refuses first. */
const RECORDS: readonly unknown[] = [
  kb919235,
  sameOrganization,
  targetMissing,
  filters,
  initialized,
  betweenStages,
  trust,
  unsynchronized,
];

let checked: readonly KbRecord[] | null = null;

/** The KB library. A record that does not fit the schema is a bug of the package, hence thrown. */
export function kbLibrary(): readonly KbRecord[] {
  checked ??= RECORDS.map((record) => {
    const parsed = parseKbRecord(record);
    if (!parsed.ok) throw new Error(parsed.failure.message);
    return parsed.value;
  });
  return checked;
}
