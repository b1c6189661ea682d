import { expect, it } from 'vitest';
import { WIZARD_SIZE } from '../../shared/ipc/window-sizes.ts';
import { consoleOptions, wizardOptions } from './window-options.ts';

it.each([
  ['console', consoleOptions('bridge.cjs')],
  ['wizard', wizardOptions('bridge.cjs')],
])('the %s runs sandboxed, isolated and without Node', (_, options) => {
  expect(options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  });
});

it('the wizard has the size of a Wizard 97 sheet and keeps it', () => {
  expect(wizardOptions('bridge.cjs')).toMatchObject({
    ...WIZARD_SIZE,
    useContentSize: true,
    resizable: false,
  });
});
