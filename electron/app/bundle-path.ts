import path from 'node:path';
import { APP_ORIGIN } from '../../shared/ipc/content-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The file of the bundle that an address names, or null: for another origin, for a kind of file that pages have no
 * use for, and for anything that would lead out of the bundle's folder, however it is spelled.
 */
export function bundleFile(folder: string, address: string): { file: string; type: string } | null {
  if (!address.startsWith(`${APP_ORIGIN}/`)) return null;
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const file = path.resolve(folder, `.${name}`);
  const isInside = file.startsWith(path.resolve(folder) + path.sep);
  const type = TYPES[path.extname(file)];
  return isInside && type !== undefined ? { file, type } : null;
}
