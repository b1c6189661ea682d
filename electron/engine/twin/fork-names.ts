import { basename, dirname, join } from 'node:path';

/** The two forks of a twin run. */
export interface ForkNames {
  readonly default: string;
  readonly clone: string;
}

/** Names beside the lab: `<lab> - default.mwlab` and `<lab> - clone.mwlab`; from the second pair on with its number. */
export function forkNames(file: string, pair: number): ForkNames {
  const stem = join(dirname(file), basename(file).replace(/\.mwlab$/i, ''));
  const number = pair === 1 ? '' : ` ${pair}`;
  return { default: `${stem} - default${number}.mwlab`, clone: `${stem} - clone${number}.mwlab` };
}
