#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * Takes the arguments that electron-builder gives to fpm, and makes a Debian package of them with dpkg-deb, which every
 * Debian has. For that one kind of package; whatever else is asked for is refused.
 */
const KNOWN = {
  '-s': 'source',
  '-t': 'target',
  '--name': 'name',
  '--version': 'version',
  '--architecture': 'architecture',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'url',
  '--license': 'license',
  '--category': 'category',
  '--description': 'description',
  '--package': 'package',
  '--after-install': 'postinst',
  '--after-remove': 'postrm',
  '--deb-priority': 'priority',
  '--deb-compression': 'compression',
};
const LISTS = { '-d': 'depends', '--deb-recommends': 'recommends' };

function readArguments(args) {
  const given = { depends: [], recommends: [], files: [] };
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (word === '--force') continue;
    const value = args[at + 1];
    if (word in KNOWN) given[KNOWN[word]] = value;
    else if (word in LISTS) given[LISTS[word]].push(value);
    if (word in KNOWN || word in LISTS) at += 1;
    else if (!word.startsWith('-') && word.includes('=')) given.files.push(word);
    else throw new Error(`fpm-deb knows no argument "${word}"`);
  }
  if (given.source !== 'dir' || given.target !== 'deb')
    throw new Error('fpm-deb makes deb packages from folders alone');
  return given;
}

/** `from=to`: a folder with a closing slash gives what is in it, anything else itself. */
function place(root, mapping) {
  const cut = mapping.lastIndexOf('=');
  const from = mapping.slice(0, cut);
  const to = path.join(root, mapping.slice(cut + 1));
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

function bytesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesUnder(file) : entry.isSymbolicLink() ? 0 : statSync(file).size);
  }, 0);
}

/** A field of several lines: those behind the first begin with a blank (Debian policy 5.1). */
const folded = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n ');

function control(given, kibibytes) {
  const fields = {
    Package: given.name,
    Version: given.version,
    License: given.license,
    Vendor: given.vendor,
    Architecture: given.architecture,
    Maintainer: given.maintainer,
    'Installed-Size': kibibytes,
    Depends: given.depends.join(', '),
    Recommends: given.recommends.join(', '),
    Section: given.category ?? 'default',
    Priority: given.priority,
    Homepage: given.url,
    Description: folded(given.description ?? given.name),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

function build(given) {
  const root = mkdtempSync(path.join(tmpdir(), 'deb-'));
  try {
    for (const mapping of given.files) place(root, mapping);
    const kibibytes = Math.ceil(bytesUnder(root) / 1024);
    mkdirSync(path.join(root, 'DEBIAN'));
    writeFileSync(path.join(root, 'DEBIAN', 'control'), control(given, kibibytes));
    for (const script of ['postinst', 'postrm']) {
      if (given[script] === undefined) continue;
      cpSync(given[script], path.join(root, 'DEBIAN', script));
      chmodSync(path.join(root, 'DEBIAN', script), 0o755);
    }
    chmodSync(root, 0o755);
    const level = process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL;
    const packing = [`-Z${given.compression ?? 'xz'}`, ...(level === undefined ? [] : [`-z${level}`])];
    const made = spawnSync('dpkg-deb', ['--root-owner-group', ...packing, '--build', root, given.package], {
      stdio: 'inherit',
    });
    if (made.status !== 0) throw new Error('dpkg-deb could not build the package; see above');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

try {
  build(readArguments(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
