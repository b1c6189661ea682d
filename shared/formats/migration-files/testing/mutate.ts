import { bytesOf, concat } from './bytes.ts';

/** What is drawn from; see shared/lab/draw. */
export interface Dice {
  below(bound: number): number;
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  bytes(count: number): Uint8Array;
}

/** Pieces in which the formats' own syntax is, and what hostile files are made of. */
const TOKENS = [
  '"',
  '""',
  ',',
  ';',
  '\\',
  '\\\\',
  '\\\\\r\n',
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '!',
  '#',
  '#00000001.SEC(50)',
  '#00000001.SEC(-1)',
  '#00000001.SEC(99999999999999999999)',
  '#..\\..\\A.SEC(0)',
  '#NUL(0)',
  'DIRECTORY\r\n',
  'PAB,x\r\n',
  'PAB',
  'MAILMESSAGE,PublicMessages\r\n',
  'MAILMESSAGE,CCMAIL:Nobody at NOWHERE\r\n',
  'Body,0,,FALSE,,,\r\n',
  'Body,9999999,,TRUE,,,\r\n',
  'Attachment,1,,TRUE,,0,\r\n',
  ',,,,,,,,,,,',
  'TRUE',
  '\u0000',
  '\u001a',
  '\u00ff',
  'x'.repeat(300),
  '%s%n',
  '../../../etc/passwd',
  'C:\\WINNT\\A.PRI',
  '850',
  '65001',
];

/** Changes bytes here and there, a few times: what a careless editor, a broken transfer or an attacker leaves. */
export function mutate(bytes: Uint8Array, draw: Dice): Uint8Array {
  let mutated = bytes;
  for (let turn = draw.between(1, 5); turn > 0; turn -= 1) {
    const at = draw.below(mutated.length + 1);
    const end = Math.min(mutated.length, at + draw.between(1, 40));
    const [before, behind] = [mutated.subarray(0, at), mutated.subarray(at)];
    switch (draw.below(6)) {
      case 0:
        mutated = concat([before, bytesOf(draw.pick(TOKENS)), behind]);
        break;
      case 1:
        mutated = concat([before, mutated.subarray(end)]);
        break;
      case 2:
        mutated = concat([before, mutated.subarray(at, end), behind]);
        break;
      case 3:
        mutated = concat([before, draw.bytes(draw.between(1, 8)), mutated.subarray(end)]);
        break;
      case 4:
        mutated = before;
        break;
      default: {
        const from = draw.below(mutated.length + 1);
        mutated = concat([before, mutated.subarray(from, from + draw.between(1, 200)), behind]);
      }
    }
  }
  return mutated;
}
