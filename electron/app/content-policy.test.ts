import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { HEADER_POLICY, META_POLICY, PRESSABLE_STYLE_HASH } from '../../shared/ipc/content-policy.ts';

it('allows the one style that the installed react-aria injects, by its hash', () => {
  const source = readFileSync(
    path.resolve('node_modules/react-aria/dist/private/interactions/usePress.mjs'),
    'utf8',
  );
  const template = /style\.textContent = `([^`]*)`/.exec(source)?.[1] ?? '';
  const text = template.replace(/\$\{[^}]*\}/, 'data-react-aria-pressable').trim();
  const hash = createHash('sha256').update(text).digest('base64');
  expect(PRESSABLE_STYLE_HASH).toBe(`sha256-${hash}`);
});

it('allows nothing inline, nothing evaluated and nothing from elsewhere', () => {
  for (const policy of [HEADER_POLICY, META_POLICY]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
});

it.each(['console.html', 'wizard.html'])('stands in %s itself too', (page) => {
  const html = readFileSync(path.resolve('renderer', page), 'utf8');
  expect(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1]).toBe(META_POLICY);
});
