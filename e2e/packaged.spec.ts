import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from './fixtures.ts';

/** The wire is a row of the characters 0 (off) and 1 (on); the package names them, but does not export the names. */
const ON: number = '1'.charCodeAt(0);

test('the packaged program carries the fuses it was built with', { tag: '@only-packaged' }, async () => {
  const wire = await getCurrentFuseWire(process.env.MWL_PACKAGED_APP ?? '');
  expect(wire.version).toBe(FuseVersion.V1);
  const on = (fuse: FuseV1Options) => wire[fuse] === ON;
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    // The one that is off in a release: Playwright drives this twin through it.
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspect: true,
    integrity: true,
    onlyAsar: true,
    fileProtocol: false,
  });
});
