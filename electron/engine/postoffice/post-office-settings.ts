import { compareVersions } from '../../../shared/gate/version.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';
import type { PostOffice } from './post-office-row.ts';

function store(lab: Lab, po: PostOffice, options: PostOffice['options']): void {
  lab.run('UPDATE post_office SET options = ? WHERE id = ?', JSON.stringify(options), po.id);
}

/** Turned on, everybody has to choose a new password at the next logon; turned off, those who did not yet need not (Q186740). */
function preExpired(lab: Lab, po: PostOffice, on: boolean): void {
  store(lab, po, { ...po.options, preExpiredPasswords: on });
  lab.run(
    "UPDATE po_user SET password = ? WHERE po_id = ? AND kind = 'local' AND password = ?",
    on ? 'pre-expired' : 'own',
    po.id,
    on ? 'own' : 'pre-expired',
  );
}

/**
 * Changes something of a post office: `pre-expired=on|off`, `in-use=Router,ADE` (empty: nobody), `release=8.5`.
 * Failure code: post-office-setting.
 */
export function changeOption(
  lab: Lab,
  po: PostOffice,
  given: string,
): Result<Readonly<Record<string, unknown>>> {
  const [, key = '', value = ''] = /^\s*([a-z-]+)\s*=\s*(.*?)\s*$/is.exec(given) ?? [];
  const refuse = (how: string): Result<never> =>
    fail('post-office-setting', `"${given}" cannot be set on ${po.name}: ${how}.`);
  switch (key.toLowerCase()) {
    case 'pre-expired':
      if (value !== 'on' && value !== 'off') return refuse('write pre-expired=on or pre-expired=off');
      preExpired(lab, po, value === 'on');
      return ok({ set: `pre-expired=${value}` });
    case 'in-use': {
      const inUseBy = value
        .split(',')
        .map((who) => who.trim())
        .filter((who) => who !== '');
      store(lab, po, { ...po.options, inUseBy });
      return ok({ set: `in-use=${inUseBy.join(',')}` });
    }
    case 'release':
      if (!/^\d{1,2}(\.\d{1,3})+$/.test(value)) return refuse('write release=8.5');
      if (po.database !== 'DB8' || compareVersions(value, '6.0') < 0)
        return refuse('only a DB8 post office can be upgraded here, to release 6.0 or later (Q174740)');
      lab.run('UPDATE post_office SET release = ? WHERE id = ?', value, po.id);
      return ok({ set: `release=${value}` });
    default:
      return refuse('pre-expired, in-use and release can be set');
  }
}
