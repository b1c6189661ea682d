import { draw } from '../../../shared/lab/draw.ts';
import type { PoUserSpec } from './ccmail-spec.ts';
import { personAt } from './people.ts';

const FOLDERS = [
  'Bookings',
  'Clients',
  'Crews',
  'Insurance',
  'Repairs',
  'Statements',
  'Travel',
  'Yard',
] as const;

/** 'Clara Berg' -> 'Berg, Clara', as cc:Mail lists people. */
function lastFirst(displayName: string): string {
  const words = displayName.split(' ');
  return `${words.at(-1) ?? ''}, ${words.slice(0, -1).join(' ')}`;
}

/**
 * People of a post office from the seed, with about `messages` messages each; nobody has the name of one who is there.
 * The n-th is the same person with the same habits however many there are.
 */
export function generatedUsers(
  seed: number,
  postOffice: string,
  there: readonly { readonly name: string }[],
  asked: { readonly users: number; readonly messages: number },
): PoUserSpec[] {
  const taken = new Set(there.map(({ name }) => name.toLowerCase()));
  const users: PoUserSpec[] = [];
  for (let ordinal = 0; users.length < asked.users; ordinal += 1) {
    const name = lastFirst(personAt(seed, ordinal).displayName);
    if (taken.has(name.toLowerCase())) continue;
    const draws = draw(seed, 'ccmail-habits', postOffice, ordinal);
    const messages =
      asked.messages === 0
        ? 0
        : draws.between(Math.ceil(asked.messages / 2), Math.ceil(asked.messages * 1.5));
    const folders = FOLDERS.filter(() => draws.chance(0.25));
    users.push({
      name,
      messages,
      folders,
      drafts: draws.chance(0.3) ? 1 : 0,
      attmail: 0,
      flaws: {},
      addresses: draws.below(4),
      lists: draws.chance(0.25) ? [{ name: 'Crew', members: there.slice(0, 3).map((one) => one.name) }] : [],
      heavy: false,
    });
  }
  return users;
}
