import { documented, type Evidence, modelled, notDocumented } from '../../../shared/evidence.ts';
import { toHex } from '../../../shared/identity/bytes.ts';
import { compareVersions } from '../../../shared/gate/version.ts';
import { type ConnectorSettings, VERSION_DATABASE } from '../../../shared/lab/connector.ts';
import { sameDosPath } from '../../../shared/lab/dos-path.ts';
import { type PostOffice, postOffices } from '../postoffice/post-office-row.ts';
import { networkPath } from '../server/network.ts';
import type { Lab } from '../store/lab.ts';
import { type ConnectorPrograms, inWords, findConnectorPrograms } from './programs.ts';

/** What keeps the connector from its work, the first of them in the order in which it would meet them. */
export interface Trouble extends Evidence {
  readonly kind:
    | 'not-in-path'
    | 'os2'
    | 'libraries'
    | 'resource'
    | 'access'
    | 'version'
    | 'damaged'
    | 'sixteen-bit';
  readonly text: string;
}

/** What the connector has before it: its programs, and the post office that its settings lead to. */
export interface Prospect {
  readonly programs: ConnectorPrograms;
  readonly postOffice: PostOffice | null;
  readonly trouble: Trouble | null;
}

/** The release from which on the 16-bit programs corrupt a post office (Q248195). */
const RELEASE_85 = '8.5';

/** The post office whose directory a path leads to; null: none does. */
export function postOfficeAt(lab: Lab, path: string): PostOffice | null {
  const at = networkPath(lab, path);
  if (!at.ok) return null;
  return postOffices(lab).find((po) => sameDosPath(po.directory, at.value)) ?? null;
}

function mayOpen(lab: Lab, settings: ConnectorSettings, po: PostOffice): boolean {
  const row = lab.get<{ hash: Uint8Array }>(
    'SELECT password_hash AS hash FROM post_office WHERE id = ?',
    po.id,
  );
  return (
    settings.access === 'yes' &&
    po.writable &&
    po.name.toLowerCase() === settings.name.trim().toLowerCase() &&
    row !== undefined &&
    toHex(row.hash) === settings.passwordHash
  );
}

/** Whether programs and settings are those of the post office's database (Q168465). */
function fits(settings: ConnectorSettings, programs: ConnectorPrograms, po: PostOffice): boolean {
  if (VERSION_DATABASE[settings.version] !== po.database) return false;
  return [programs.export, programs.import].every((program) => {
    if (program === null || program.version === null) return true;
    return compareVersions(program.version, '6.0') >= 0 === (po.database === 'DB8');
  });
}

function ofPrograms({ export: out, import: into, libraries, resource }: ConnectorPrograms): Trouble | null {
  if (out === null || into === null)
    return {
      kind: 'not-in-path',
      text: `${[out === null ? 'Export' : null, into === null ? 'Import' : null].filter((name) => name !== null).join(' and ')} cannot be found in the path.`,
      ...documented('Q294947'),
    };
  if ([out, into].some(({ flavour }) => flavour === 'OS/2'))
    return {
      kind: 'os2',
      text: `${inWords(out)} is a program for OS/2, which the connector does not support.`,
      ...notDocumented('That OS/2 programs are not supported is documented; how it shows is not'),
    };
  const missing = out.flavour === '32-bit' ? libraries.filter(({ found }) => found === null) : [];
  if (missing.length > 0)
    return {
      kind: 'libraries',
      text: `${inWords(out)} does not start without ${missing.map(({ name }) => name).join(', ')}.`,
      ...modelled('The article says that the libraries are needed, not what happens without them', 'Q248195'),
    };
  if (resource.needed && resource.found === null)
    return {
      kind: 'resource',
      text: `The resource file ${resource.wanted} is not there.`,
      ...(out.flavour === '32-bit'
        ? modelled('The article says where Impexp.ri belongs, not what happens without it', 'Q248195')
        : documented('Q190275')),
    };
  return null;
}

/** Which of the programs found would corrupt the post office; none before release 8.5. */
export function sixteenBit(programs: ConnectorPrograms, po: PostOffice): readonly string[] {
  if (compareVersions(po.release, RELEASE_85) < 0) return [];
  return [programs.export, programs.import].flatMap((program) =>
    program?.flavour === '16-bit' ? [inWords(program)] : [],
  );
}

/** Looks at everything in the order in which the connector meets it; changes nothing. */
export function prospectOf(lab: Lab, settings: ConnectorSettings): Prospect {
  const programs = findConnectorPrograms(lab, settings);
  const po = postOfficeAt(lab, settings.path);
  const at = (trouble: Trouble | null): Prospect => ({ programs, postOffice: po, trouble });
  const ofThem = ofPrograms(programs);
  if (ofThem !== null) return at(ofThem);
  if (po === null || !mayOpen(lab, settings, po))
    return at({
      kind: 'access',
      text: `The post office ${settings.name} in ${settings.path} cannot be opened: its name, password or path is wrong, or the service account has no access.`,
      ...documented('Q233164'),
    });
  if (!fits(settings, programs, po))
    return at({
      kind: 'version',
      text: `${settings.name} is ${po.database}; the connector is set to Import/Export ${settings.version} and finds ${[programs.import, programs.export].flatMap((file) => (file === null ? [] : [inWords(file)])).join(', ')}.`,
      ...documented('Q168465'),
    });
  if (po.damage !== null)
    return at({
      kind: 'damaged',
      text: `The post office ${po.name} is damaged.`,
      ...modelled('Signs as in Q179072', 'Q179072'),
    });
  const old = sixteenBit(programs, po);
  if (old.length > 0)
    return at({
      kind: 'sixteen-bit',
      text: `${old.join(' and ')} ${old.length === 1 ? 'corrupts' : 'corrupt'} a post office of release ${po.release}.`,
      ...documented('Q248195'),
    });
  return at(null);
}
