import { expect, it } from 'vitest';
import { EXTERNAL_LINKS, externalLink } from './external-links.ts';

const HOSTS = ['learn.microsoft.com', 'openfontlicense.org'];

it.each(Object.entries(EXTERNAL_LINKS))('%s is a plain address of a known host', (_, address) => {
  const url = new URL(address);
  expect(url.protocol).toBe('https:');
  expect(HOSTS).toContain(url.host);
  expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
  expect(url.href).toBe(address);
});

it.each(['https://example.com/', 'file:///etc/passwd', 'toString', '', ...Object.values(EXTERNAL_LINKS)])(
  'the address %j is no name of one',
  (asked) => expect(externalLink.safeParse(asked).success).toBe(false),
);
