import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Builds a lab with the built command line, e.g. `--scenario harbor`. A spec cannot build one itself: scenarios are bundled. */
export function makeLab(file: string, ...wishes: readonly string[]): string {
  lab('new', file, ...wishes);
  return file;
}

/** A verb of the built command line, `lab new FILE` and the like; its outcome as JSON. Throws where the exit code is not 0. */
export function lab(verb: string, file: string, ...rest: readonly string[]): unknown {
  const program = path.join('out', 'main', 'lab.js');
  const said = execFileSync(process.execPath, [program, verb, file, ...rest, '--json'], { encoding: 'utf8' });
  return JSON.parse(said);
}

/** A run of the built command line. Throws where the exit code is not 0. */
export function mailmig(file: string, ...wishes: readonly string[]): void {
  const program = path.join('out', 'main', 'mailmig.js');
  execFileSync(process.execPath, [program, '--lab', file, ...wishes, '--json'], { encoding: 'utf8' });
}
