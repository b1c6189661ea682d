import { ok, type Result } from '../../../shared/result.ts';
import { orgOf } from '../mailbox/directory.ts';
import { exprofre } from '../outlook/exprofre.ts';
import { outlook } from '../outlook/outlook.ts';
import type { Lab } from '../store/lab.ts';
import { didSince, type TwinMark } from './twin-mark.ts';
import type { SideStep } from './twin-side.ts';

/** What ExProfRe and Outlook did for everybody. */
export interface ClientsDone {
  readonly profiles: number;
  readonly synchronized: number;
  /** Users whose Outlook could not be opened, with the reason. */
  readonly failed: readonly { readonly alias: string; readonly message: string }[];
}

function targetGc(lab: Lab): string | null {
  return (
    lab.get<{ fqdn: string }>(
      `SELECT server.fqdn FROM server JOIN admin_group g ON g.id = admin_group_id
       WHERE g.org_id = ? AND server.role = 'gc' ORDER BY server.id LIMIT 1`,
      orgOf(lab, 'target').id,
    )?.fqdn ?? null
  );
}

/** Everybody with a profile, and whether their Outlook has synchronized since the mark. */
function users(lab: Lab, mark: TwinMark): { alias: string; done: number }[] {
  return lab.all(
    `SELECT o.alias AS alias, o.alias COLLATE NOCASE IN (
         SELECT json_extract(detail, '$.user') FROM act WHERE verb = 'outlook' AND id > ?) AS done
     FROM profile JOIN directory_object o ON o.id = profile.user_id ORDER BY o.id`,
    mark.id,
  );
}

/** Re-points every profile, then lets every Outlook synchronize. Failure codes: those of `exprofre`. */
export function* runClients(lab: Lab, mark: TwinMark): Generator<SideStep, Result<ClientsDone>, void> {
  const gc = targetGc(lab);
  const everybody = users(lab, mark);
  const total = everybody.length;
  if (gc === null || total === 0) return ok({ profiles: total, synchronized: 0, failed: [] });
  if (!didSince(lab, mark, 'exprofre')) {
    yield { phase: 'exprofre', done: 0, total, alias: null };
    const pointed = exprofre(lab, { file: lab.path, user: 'all', targetgc: gc, q: true });
    if (!pointed.ok) return pointed;
  }
  const failed: { alias: string; message: string }[] = [];
  for (const [index, user] of everybody.entries()) {
    if (user.done === 1) continue;
    yield { phase: 'outlook', done: index, total, alias: user.alias };
    const seen = outlook(lab, { file: lab.path, user: user.alias, sync: true });
    if (!seen.ok) failed.push({ alias: user.alias, message: seen.failure.message });
  }
  return ok({ profiles: total, synchronized: total - failed.length, failed });
}
