import { describe, expect, it } from 'vitest';
import { checkBindingOffline, checkBindingOnline } from './ost-binding.ts';

const guid = (byte: number) => new Uint8Array(16).fill(byte);
const file = { path: 'C:\\Mail\\outlook.ost', ownerDn: '/o=A/cn=x', storeGuid: guid(1), ostKey: guid(2) };
const clone = { storeGuid: guid(1), ostKey: guid(2), legacyDn: '/o=B/cn=x' };

describe('the binding of an .ost', () => {
  it('holds where store GUID and key are the same, whatever the DN (clone mode)', () => {
    expect(checkBindingOnline('2003', 'cached', file, clone)).toMatchObject({
      binding: 'accepted',
      message: null,
      grounds: { evidence: 'documented', source: 'KB919235' },
    });
    expect(checkBindingOnline('2000', 'offlineFolders', file, clone).grounds.evidence).toBe('modelled');
    expect(
      checkBindingOnline('2003', 'cached', file, { ...clone, legacyDn: '/O=a/cn=X' }).grounds.source,
    ).toBe('aa998698');
  });

  it('breaks on a new key even if the GUID is the same (aa998698), and the other way round', () => {
    expect(checkBindingOnline('2003', 'cached', file, { ...clone, ostKey: guid(9) }).binding).toBe(
      'rejected',
    );
    expect(checkBindingOnline('2003', 'cached', file, { ...clone, storeGuid: guid(9) }).binding).toBe(
      'rejected',
    );
  });

  it.each([
    ['2003', 'cached', /^Exchange is currently in recovery mode\./, false],
    ['2003', 'offlineFolders', /^The file C:\\Mail\\outlook\.ost cannot be accessed/, true],
    ['2002', 'offlineFolders', /^The file C:\\Mail\\outlook\.ost cannot be accessed/, true],
    ['2000', 'offlineFolders', /^The location the messages are delivered to has changed/, true],
    ['98', 'offlineFolders', /^The location the messages are delivered to has changed/, true],
  ] as const)('Outlook %s (%s) says what the articles quote', (outlook, mode, message, overwritten) => {
    const verdict = checkBindingOnline(outlook, mode, file, {
      ...clone,
      storeGuid: guid(9),
      ostKey: guid(9),
    });
    expect(verdict.binding).toBe('rejected');
    expect(verdict.message).toMatch(message);
    expect(verdict.keyOverwritten).toBe(overwritten);
    expect(verdict.grounds.source ?? verdict.grounds.reason).toBeTruthy();
  });

  it('opens offline by the profile alone', () => {
    expect(checkBindingOffline(guid(2), file)).toEqual({ opens: true });
    expect(checkBindingOffline(null, file)).toMatchObject({ opens: false, grounds: { source: 'KB156304' } });
    expect(checkBindingOffline(guid(9), file)).toMatchObject({ opens: false });
  });
});
