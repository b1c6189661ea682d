import { fail, ok, type Result } from '../result.ts';
import type { TextFile } from './text-file.ts';

/**
 * A SubjectFile: prefixes of subjects that are not migrated, one a line, in Unicode, and it has to end in CR LF
 * (Exchange 2000 SP2 help, migsysc_controlfileparameters). Blank lines do not count (modelled). Failure code: subject-file.
 */
export function parseSubjectFile(file: TextFile, name: string): Result<readonly string[]> {
  if (file.encoding !== 'utf-16le' && file.encoding !== 'utf-16be')
    return fail('subject-file', `The SubjectFile ${name} is no Unicode file: save it as Unicode (UTF-16).`);
  if (file.text !== '' && !file.text.endsWith('\r\n'))
    return fail(
      'subject-file',
      `The SubjectFile ${name} does not end in CR LF: press Enter behind its last line and save it.`,
    );
  return ok(
    file.text
      .split('\r\n')
      .map((line) => line.replace(/[\r\n]+$/, ''))
      .filter((line) => line !== ''),
  );
}

/** The bytes of a SubjectFile: UTF-16 with its byte order mark, each prefix on a line of its own. */
export function printSubjectFile(prefixes: readonly string[]): Uint8Array {
  const text = `\uFEFF${prefixes.map((prefix) => `${prefix}\r\n`).join('')}`;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}
