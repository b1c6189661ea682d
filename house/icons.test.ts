import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/* Icons for every system, each in the sizes that it asks for, read from the files themselves. */

const file = (...parts: readonly string[]): Buffer => readFileSync(path.join('resources', 'icons', ...parts));

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The side of a square PNG picture; 0 where it is none. */
function sideOf(png: Buffer): number {
  const side = png.subarray(0, 8).equals(PNG) ? png.readUInt32BE(16) : 0;
  return side === png.readUInt32BE(20) ? side : 0;
}

/** The pictures of a Windows icon: a directory of entries with size and place. */
function inIco(ico: Buffer): readonly number[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const at = ico.readUInt32LE(entry + 12);
    return sideOf(ico.subarray(at, at + ico.readUInt32LE(entry + 8)));
  });
}

/** The pictures of a macOS icon: pieces of a type, a length and a picture. */
function inIcns(icns: Buffer): readonly number[] {
  const sides: number[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    sides.push(sideOf(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))));
  return sides;
}

it('Windows has them from 16 to 256', () => {
  expect(inIco(file('app.ico'))).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

it('macOS has them from 16 to 1024', () => {
  expect(inIcns(file('app.icns'))).toEqual([16, 32, 64, 128, 256, 512, 1024]);
});

it('Linux has them from 16 to 1024, each under the name of its size', () => {
  const names = readdirSync(path.join('resources', 'icons', 'linux'));
  expect(names.sort()).toEqual(
    [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((side) => `${side}x${side}.png`).sort(),
  );
  for (const name of names)
    expect(`${sideOf(file('linux', name))}x${sideOf(file('linux', name))}.png`).toBe(name);
});

it('every menu entry names them, and the window that belongs to it', () => {
  const builder = readFileSync('electron-builder.yml', 'utf8');
  const [, desktopName = ''] = /desktopName: (.*)\.desktop/.exec(builder) ?? [];
  expect(builder).toContain('syncDesktopName: true');
  for (const name of ['migration-wizard', 'migration-wizard-clone']) {
    const entry = readFileSync(`resources/launchers/${name}.desktop`, 'utf8');
    expect(entry).toContain(`\nIcon=${desktopName}\n`);
    expect(entry).toContain(`\nStartupWMClass=${desktopName}\n`);
  }
});
