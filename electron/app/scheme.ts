import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { APP_SCHEME, HEADER_POLICY } from '../../shared/ipc/content-policy.ts';
import { bundleFile } from './bundle-path.ts';

/** Makes our scheme a proper origin; has to be said before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built pages, each with the content policy in its header. */
export function serveBundle(folder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const found = bundleFile(folder, request.url);
    if (found === null) return new Response(null, { status: 404 });
    try {
      const body = await readFile(found.file);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': found.type,
          'content-security-policy': HEADER_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
