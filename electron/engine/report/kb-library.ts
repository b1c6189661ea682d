import filters from '../../../resources/kb/aa996178-filters.json' with { type: 'json' };
import initialized from '../../../resources/kb/aa996178-initialized.json' with { type: 'json' };
import unsynchronized from '../../../resources/kb/kb289995-unsynchronized.json' with { type: 'json' };
import trust from '../../../resources/kb/kb328871-trust.json' with { type: 'json' };
import betweenStages from '../../../resources/kb/kb842101-between-stages.json' with { type: 'json' };
import kb919235 from '../../../resources/kb/kb919235.json' with { type: 'json' };
import postOfficeDamaged from '../../../resources/kb/post-office-damaged.json' with { type: 'json' };
import q152500 from '../../../resources/kb/q152500.json' with { type: 'json' };
import q174740 from '../../../resources/kb/q174740.json' with { type: 'json' };
import q183590 from '../../../resources/kb/q183590.json' with { type: 'json' };
import q186740 from '../../../resources/kb/q186740.json' with { type: 'json' };
import q194218 from '../../../resources/kb/q194218.json' with { type: 'json' };
import q194869 from '../../../resources/kb/q194869.json' with { type: 'json' };
import q197114 from '../../../resources/kb/q197114.json' with { type: 'json' };
import q229314 from '../../../resources/kb/q229314.json' with { type: 'json' };
import q233325 from '../../../resources/kb/q233325.json' with { type: 'json' };
import q238850 from '../../../resources/kb/q238850.json' with { type: 'json' };
import q248195 from '../../../resources/kb/q248195.json' with { type: 'json' };
import q251018 from '../../../resources/kb/q251018.json' with { type: 'json' };
import q258220 from '../../../resources/kb/q258220.json' with { type: 'json' };
import q287056 from '../../../resources/kb/q287056.json' with { type: 'json' };
import xmg06001Connector from '../../../resources/kb/xmg06001-connector.json' with { type: 'json' };
import xmg06001InUse from '../../../resources/kb/xmg06001-in-use.json' with { type: 'json' };
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
  q251018,
  q197114,
  q194218,
  q248195,
  q174740,
  q152500,
  q183590,
  q258220,
  q186740,
  q194869,
  q229314,
  q238850,
  postOfficeDamaged,
  q233325,
  q287056,
  xmg06001Connector,
  xmg06001InUse,
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
