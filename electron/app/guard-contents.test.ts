import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardContents } from './guard-contents.ts';

type Handler = (event: { url: string; preventDefault(): void }) => void;

/** What a page's contents were told, in place of a real page. */
function guarded() {
  const handlers = new Map<string, Handler>();
  let opening: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null;
  const contents = {
    on: (name: string, handler: Handler) => handlers.set(name, handler),
    setWindowOpenHandler: (handler: typeof opening) => {
      opening = handler;
    },
  };
  guardContents(contents as unknown as WebContents);
  return {
    isDenied: (event: string, url: string): boolean => {
      let denied = false;
      handlers.get(event)?.({
        url,
        preventDefault: () => {
          denied = true;
        },
      });
      return denied;
    },
    opened: () => (opening as unknown as () => unknown)(),
  };
}

describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (event) => {
  it.each([
    'https://example.com/',
    'http://bundle/console.html',
    'file:///etc/passwd',
    'app://bundle.evil/console.html',
    'app://other/console.html',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:app://bundle/0',
    'about:blank',
    '',
  ])('to %j is denied', (url) => expect(guarded().isDenied(event, url)).toBe(true));

  it('within the bundle goes on', () => {
    expect(guarded().isDenied(event, 'app://bundle/console.html')).toBe(false);
  });
});

it('no page embeds another one', () => {
  expect(guarded().isDenied('will-attach-webview', 'app://bundle/console.html')).toBe(true);
});

it('no page opens a window', () => {
  expect(guarded().opened()).toEqual({ action: 'deny' });
});
