import { draw } from '../../../shared/lab/draw.ts';

/** A person of the source organization, before there is any mailbox. */
export interface Person {
  /** Lower case, at most 20 characters: also the logon name, whose limit that is (KB297349 names new accounts after it). */
  readonly alias: string;
  readonly displayName: string;
  readonly department: string;
  readonly office: string;
  readonly phone: string;
}

const FIRST = (
  'Ada Agnes Alma Amira Anders Anton Arne Asta Axel Bela Berta Birk Boris Bruno Carla Cato Celia Clara Cosmo Dagny ' +
  'Dario Dora Edda Edwin Elias Ellen Emil Enzo Erik Esra Ezra Fanny Felix Fiona Frida Gerda Gilda Goran Greta Gustav ' +
  'Hanna Hedda Hugo Ida Igor Ilse Imre Ingrid Iris Ivar Jakob Janek Jonas Judit Kaja Karin Kira Klara Konrad Lara ' +
  'Lasse Lena Leo Linnea Ludwig Luka Magda Maren Marit Milan Mira Nadia Nils Noemi Nora Odin Olga Oskar Otto Paula ' +
  'Pekka Petra Quinn Ragna Ramon Rasmus Rita Rolf Rosa Runa Samir Selma Sigrid Silvia Sonja Stefan Sven Talia Tamar ' +
  'Tessa Thea Tilda Tobias Tove Ulrik Una Vera Viggo Vilma Walter Wanda Xenia Yara Yusuf Zelda Zora'
).split(' ');

const LAST_HEADS =
  'Ahl Alm Ask Bark Berg Birk Blom Bock Brand Brook Dahl Dal Eich Ek Elm Falk Feld Fels Fjell Forst Gard Gran Hag Hall Heim Holm Horn Kalt Kron Kull Lind Lund Mar Moor Nord Oster Quell Rain Ravn Ros Sand Sjo Skog Sol Stein Storm Strand Sund Tal Tann Thorn Ulm Vang Vest Wald Weid Win'.split(
    ' ',
  );
const LAST_TAILS = ['en', 'er', 'ing', 'man', 'ner', 'sen', 'by', 'vik', 'gren', 'stad', 'quist', 'dal'];

const DEPARTMENTS = [
  'Accounts',
  'Dispatch',
  'Engineering',
  'Legal',
  'Personnel',
  'Purchasing',
  'Sales',
  'Weaving',
];

/** A number without a common factor with `size`, so that stepping by it visits every value once. */
function stepFor(size: number, wanted: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let step = 1 + (wanted % (size - 1));
  while (common(step, size) !== 1) step += 1;
  return step;
}

/**
 * The person with this ordinal. All people of one seed differ in alias and in display name, so that nobody is taken
 * for somebody else by name alone.
 */
export function personAt(seed: number, ordinal: number): Person {
  const size = FIRST.length * LAST_HEADS.length * LAST_TAILS.length;
  const names = draw(seed, 'names');
  const place = (names.below(size) + ordinal * stepFor(size, names.u32())) % size;
  const first = FIRST[place % FIRST.length] ?? '';
  const rest = Math.floor(place / FIRST.length);
  const last = `${LAST_HEADS[rest % LAST_HEADS.length]}${LAST_TAILS[Math.floor(rest / LAST_HEADS.length)]}`;
  const round = Math.floor(ordinal / size);
  const details = draw(seed, 'person', '', ordinal);
  return {
    alias: `${first}.${last}`.toLowerCase() + (round === 0 ? '' : String(round + 1)),
    displayName: round === 0 ? `${first} ${last}` : `${first} ${String.fromCharCode(64 + round)}. ${last}`,
    department: details.pick(DEPARTMENTS),
    office: `${details.pick(['Mill', 'Yard', 'Quay'])} ${details.between(1, 4)}.${details.between(10, 48)}`,
    phone: `555-01${String(details.below(100)).padStart(2, '0')}`,
  };
}
