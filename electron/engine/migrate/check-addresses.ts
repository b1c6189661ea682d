import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Lab } from '../store/lab.ts';

type Found = LabOutput<'check'>['violations'][number];

/** X500 addresses that more than one object of a directory carries: mail to them could go to either (modelled: one object alone can). */
export function checkAddresses(lab: Lab): Found[] {
  return lab
    .all<{ address: string; carriers: string }>(
      `SELECT p.address AS address, group_concat(o.dn, '; ' ORDER BY o.id) AS carriers
       FROM proxy_address p JOIN directory_object o ON o.id = p.object_id
       WHERE p.kind = 'X500' AND o.deleted_at IS NULL GROUP BY o.org_id, p.address HAVING count(*) > 1 ORDER BY 1`,
    )
    .map(({ address, carriers }) => ({
      run: null,
      alias: null,
      invariant: 'addresses',
      text: `The X500 address ${address} stands on several objects: ${carriers}.`,
    }));
}
