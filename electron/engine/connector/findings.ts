import type { Lab } from '../store/lab.ts';
import { connectorOf } from './connector-row.ts';
import { findConnectorPrograms } from './programs.ts';
import { postOfficeAt, sixteenBit } from './trouble.ts';

/**
 * Gate finding `connector-sixteen-bit` (Q248195): what the lab's connector would corrupt its post office with, as soon as
 * it works on it, started or not; empty where there is none, or where it finds the 32-bit programs.
 */
export function connectorFindings(lab: Lab): readonly string[] {
  const connector = connectorOf(lab);
  if (connector === null) return [];
  const { active } = connector.standing;
  const found = (active === null ? [connector.settings] : [active, connector.settings]).flatMap(
    (settings) => {
      const po = postOfficeAt(lab, settings.path);
      if (po === null) return [];
      return sixteenBit(findConnectorPrograms(lab, settings), po).map(
        (program) => `${po.name} is of release ${po.release}, and the connector finds ${program}`,
      );
    },
  );
  return [...new Set(found)];
}
