import { expect, it } from 'vitest';
import { westernText } from './western.ts';

it('reads every byte of Windows-1252, those with quotes and the euro too', () => {
  expect(westernText(Uint8Array.of(0x80, 0x93, 0x61, 0x94, 0x96, 0xfc, 0x9f))).toBe('€“a”–üŸ');
  expect([...westernText(Uint8Array.from({ length: 256 }, (_, byte) => byte))]).toHaveLength(256);
});
