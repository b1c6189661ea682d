import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleFile } from './bundle-path.ts';

const folder = path.resolve('bundle');

it.each([
  ['app://bundle/console.html', 'console.html', 'text/html; charset=utf-8'],
  ['app://bundle/assets/a-1.js', path.join('assets', 'a-1.js'), 'text/javascript; charset=utf-8'],
  ['app://bundle/a.css?x=1#y', 'a.css', 'text/css; charset=utf-8'],
])('%s is served from the bundle', (address, name, type) => {
  expect(bundleFile(folder, address)).toEqual({ file: path.join(folder, name), type });
});

it.each([
  'app://other/console.html',
  'https://bundle/console.html',
  'file:///etc/passwd.html',
  'app://bundle/',
  'app://bundle/secret.mwlab',
  'app://bundle/package.json',
  'app://bundle/..%2f..%2fx.html',
  'app://bundle/%2e%2e/%2e%2e%2fx.html',
  'app://bundle/..%5c..%5cx.html',
  'app://bundle/%2fetc/x.html%00.js',
  'app://bundle/%zz.html',
])('%s is not served from anywhere outside', (address) => {
  const found = bundleFile(folder, address);
  expect(found === null || found.file.startsWith(folder + path.sep)).toBe(true);
});

it('never leads out of the folder, whatever is asked', () => {
  const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '.html', '%00', '//');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const found = bundleFile(folder, `app://bundle/${parts.join('')}`);
      return found === null || found.file.startsWith(folder + path.sep);
    }),
  );
});
