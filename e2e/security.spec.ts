import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';

/*
 * Electron's security checklist, as the running app holds it. A server on this machine counts whoever comes: nobody
 * shall. The README's table says which point is proved where.
 */
const only = { tag: '@electron' };

let server: Server;
let visits: string[];
let base: string;

test.beforeEach(async () => {
  visits = [];
  server = createServer((request, response) => {
    visits.push(request.url ?? '');
    if (request.url === '/away') response.writeHead(302, { location: '/arrived' }).end();
    else response.writeHead(200, { 'access-control-allow-origin': '*' }).end('<p>arrived</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('every window really runs with the preferences that were meant', only, async ({ start }) => {
  const host = await start({ args: ['--m'] });
  await host.console();
  await host.wizard();
  const all = await host.preferences();
  expect(all).toHaveLength(2);
  for (const preferences of all)
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  for (const preferences of all) expect(preferences.enableBlinkFeatures ?? '').toBe('');
});

test(
  'a page runs nothing that was put into it, and loads nothing from elsewhere',
  only,
  async ({ console: page }) => {
    const ran = await page.evaluate(async (away) => {
      const mark = (name: string): string => `window.ran = [...(window.ran ?? []), '${name}']`;
      const put = (tag: string, attributes: Record<string, string>, content = ''): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.textContent = content;
        document.body.append(element);
      };
      put('script', {}, mark('inline'));
      put('script', { src: `data:text/javascript,${mark('data')}` });
      put('script', { src: `${away}/script` });
      put('img', { src: 'none', onerror: mark('handler') });
      put('img', { src: `${away}/picture` });
      put('link', { rel: 'stylesheet', href: `${away}/style` });
      put('iframe', { src: `${away}/frame` });
      put('iframe', { srcdoc: `<script>parent.${mark('srcdoc')}</script>` });
      put('object', { data: `${away}/object` });
      put('embed', { src: `${away}/embed` });
      put('video', { src: `${away}/video` });
      put('a', { href: `javascript:${mark('address')}`, id: 'go' });
      document.getElementById('go')?.click();
      put('form', { action: `${away}/form`, id: 'form' });
      (document.getElementById('form') as HTMLFormElement).submit();
      const tries = [
        () => setTimeout(mark('timer') as unknown as () => void),
        () => new WebSocket(away.replace('http', 'ws')),
        () => new EventSource(`${away}/events`),
        () => new Worker(URL.createObjectURL(new Blob([`fetch('${away}/worker')`]))),
        () => navigator.sendBeacon(`${away}/beacon`),
      ];
      for (const each of tries) {
        try {
          each();
        } catch {
          // Refused at once; what is refused later shows in who came.
        }
      }
      // Out of the turn in which the test itself may evaluate.
      await new Promise<void>((resolve) =>
        setTimeout(() => {
          try {
            new Function(mark('function'))();
          } catch {
            // As it should be.
          }
          resolve();
        }),
      );
      await fetch(`${away}/fetch`, { mode: 'no-cors' }).catch(() => undefined);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return Reflect.get(window, 'ran');
    }, base);
    expect(ran).toBeUndefined();
    expect(await page.evaluate(() => document.querySelectorAll('h1').length)).toBe(1);
    expect(visits).toEqual([]);
  },
);

test('a redirect that leads away from a page is not followed', only, async ({ host }) => {
  const page = await host.console();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await host.load(`${base}/away`);
  expect(visits).toEqual(['/away']);
  expect(page.url()).not.toContain(base);
});

test('no permission is given, asked for or not', only, async ({ console: page }) => {
  const outcome = await page.evaluate(async () => {
    const states = await Promise.all(
      [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
      ].map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return `${name}: ${state}`;
      }),
    );
    const refused = async (ask: () => Promise<unknown>): Promise<boolean> =>
      await ask().then(
        () => false,
        () => true,
      );
    return {
      states: states.filter((each) => !each.endsWith(': denied')),
      media: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      place: await refused(
        () => new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed)),
      ),
      clipboard: await refused(() => navigator.clipboard.readText()),
    };
  });
  expect(outcome).toEqual({ states: [], media: true, screen: true, place: true, clipboard: true });
});

test('news reach a page without the event they came by', only, async ({ host, console: page }) => {
  await page.evaluate(() => {
    window.bridge?.on('lab-changed', (...args: readonly unknown[]) => Object.assign(window, { seen: args }));
  });
  await host.tellChanged('lab-9');
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([{ lab: 'lab-9' }]);
});

test('the browser is shown known addresses only, by their names', only, async ({ host, console: page }) => {
  const opened = await host.watchLinks();
  const asked = await page.evaluate(
    async (addresses) =>
      await Promise.all(
        ['specifications', ...addresses].map(async (link) => {
          const answer = await window.bridge?.ask('app:open-link', { link: link as 'specifications' });
          return answer?.ok;
        }),
      ),
    [base, 'file:///etc/passwd', 'https://learn.microsoft.com/', 'constructor'],
  );
  expect(asked).toEqual([true, false, false, false, false]);
  expect(await opened()).toEqual([expect.stringMatching(/^https:\/\/learn\.microsoft\.com\/openspecs\//)]);
});
