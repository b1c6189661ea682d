import { expect, it } from 'vitest';
import { WIZARD_SIZE } from '../../shared/ipc/window-sizes.ts';
import { consoleOptions, wizardOptions } from './window-options.ts';

it.each([
  ['console', consoleOptions('bridge.cjs')],
  ['wizard', wizardOptions('bridge.cjs')],
])(
  'the %s runs sandboxed, isolated and without Node, and with nothing that was not thought of',
  (_, options) => {
    expect(options.webPreferences).toEqual({
      preload: 'bridge.cjs',
      navigateOnDragDrop: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  },
);

it('the wizard has the size of a Wizard 97 sheet and keeps it', () => {
  expect(wizardOptions('bridge.cjs')).toMatchObject({
    ...WIZARD_SIZE,
    useContentSize: true,
    resizable: false,
  });
});
