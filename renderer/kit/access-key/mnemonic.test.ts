import { describe, expect, it } from 'vitest';
import { accessKeyOf, parseMnemonic, plainLabel } from './mnemonic.ts';

describe('mnemonics in labels', () => {
  it.each([
    ['&Next >', 'n', 'Next >'],
    ['< &Back', 'b', '< Back'],
    ['Finish', undefined, 'Finish'],
    ['Rules && &Delegates', 'd', 'Rules & Delegates'],
    ['Trailing &', undefined, 'Trailing &'],
    ['', undefined, ''],
  ])('%s has the key %s and reads %s', (label, key, plain) => {
    expect(accessKeyOf(label)).toBe(key);
    expect(plainLabel(label)).toBe(plain);
  });

  it('takes the first mark only', () => {
    expect(parseMnemonic('&One &Two')).toEqual({ before: '', key: 'O', after: 'ne &Two' });
  });
});
