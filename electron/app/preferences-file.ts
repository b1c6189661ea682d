import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CommandInput, Preferences } from '../../shared/ipc/app-commands.ts';
import { preferencesShape } from '../../shared/ipc/page-shapes.ts';

const placeShape = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});
/** Where a window stood and how large it was, in the screen's own points. */
export type WindowPlace = Readonly<z.infer<typeof placeShape>>;

const windowsShape = z.object({
  console: placeShape.optional().catch(undefined),
  wizard: placeShape.optional().catch(undefined),
});
const fileShape = z.object({
  version: z.literal(1),
  preferences: z.record(z.string(), z.unknown()).catch({}),
  windows: windowsShape.catch({}),
});
interface Kept {
  readonly version: 1;
  readonly preferences: Preferences;
  readonly windows: z.infer<typeof windowsShape>;
}

export const FIRST_PREFERENCES: Preferences = {
  textSize: 100,
  presenter: true,
  underneath: false,
  accessKeys: false,
  tour: true,
  tourDock: 'bottom',
  tourStep: null,
};

/** What is left out, or undefined, stays as it is. */
export type PreferenceChanges = CommandInput<'app:set-preferences'>;

export interface Keeper {
  preferences(): Preferences;
  setPreferences(changes: PreferenceChanges): Preferences;
  place(window: 'console' | 'wizard'): WindowPlace | null;
  setPlace(window: 'console' | 'wizard', place: WindowPlace): void;
}

/** What of the preferences is as it should be; an older app knew fewer of them, a newer one other values. */
function stillGood(kept: object): Partial<Preferences> {
  const good = Object.entries(kept).filter(
    ([name, value]) =>
      preferencesShape
        .partial()
        .strict()
        .safeParse({ [name]: value }).success,
  );
  return Object.fromEntries(good);
}

function read(file: string): Kept {
  try {
    const parsed = fileShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) {
      const preferences = { ...FIRST_PREFERENCES, ...stillGood(parsed.data.preferences) };
      return { ...parsed.data, preferences };
    }
  } catch {
    // What cannot be read counts as empty: it is a convenience.
  }
  return { version: 1, preferences: FIRST_PREFERENCES, windows: {} };
}

/** What is kept between sessions beside the labs. A full disk loses it, not the app. */
export function createKeeper(file: string): Keeper {
  let kept = read(file);
  const write = (): void => {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(kept));
      renameSync(`${file}.new`, file);
    } catch {
      // The next change tries again.
    }
  };
  const preferences = (): Preferences => kept.preferences;
  return {
    preferences,
    setPreferences: (changes) => {
      const { textSize, presenter, underneath, accessKeys, tour, tourDock, tourStep } = kept.preferences;
      kept = {
        ...kept,
        preferences: {
          textSize: changes.textSize ?? textSize,
          presenter: changes.presenter ?? presenter,
          underneath: changes.underneath ?? underneath,
          accessKeys: changes.accessKeys ?? accessKeys,
          tour: changes.tour ?? tour,
          tourDock: changes.tourDock ?? tourDock,
          tourStep: changes.tourStep === undefined ? tourStep : changes.tourStep,
        },
      };
      write();
      return preferences();
    },
    place: (window) => kept.windows[window] ?? null,
    setPlace: (window, place) => {
      kept = { ...kept, windows: { ...kept.windows, [window]: place } };
      write();
    },
  };
}
