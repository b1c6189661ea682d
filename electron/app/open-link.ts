import { shell } from 'electron';
import { EXTERNAL_LINKS, type ExternalLink } from '../../shared/ipc/external-links.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Hands one of the known addresses to the system's browser. Failure code: link-not-opened. */
export async function openLink(link: ExternalLink): Promise<Result<Record<string, never>>> {
  const address = EXTERNAL_LINKS[link];
  try {
    await shell.openExternal(address);
    return ok({});
  } catch {
    return fail('link-not-opened', `The system opened no browser: the address is ${address}.`);
  }
}
