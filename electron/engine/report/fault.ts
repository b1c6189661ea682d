import type { Why } from '../../../shared/evidence.ts';
import { documented, modelled } from '../../../shared/evidence.ts';
import { compareVersions, levelAtLeast } from '../../../shared/gate/version.ts';
import { draw } from '../../../shared/lab/draw.ts';
import type { Lab } from '../store/lab.ts';
import { setting } from '../store/settings.ts';
import { HOTFIX_MLMIG32, MLMIG32, PRODUCT } from './server-install.ts';

export interface CloneFault {
  /** Whether clone mode fails on this migration server. */
  readonly faulty: boolean;
  /** Index (from 0) of the cloned mailbox at which the run dies, out of `count` mailboxes to be cloned. */
  readonly failsAtOrdinal: (count: number) => number;
  readonly why: Why;
}

/**
 * The defect of KB919235: without the hotfix's Mlmig32.dll on Service Pack 2, clone mode fails. With page heap on it
 * fails at the very first mailbox (documented); without it the article names no position, so a seeded one is drawn, and
 * not the first where there is another, for the article tells the two cases apart.
 */
export function cloneFault(lab: Lab): CloneFault {
  const product = lab.get<{ level: string }>('SELECT level FROM product WHERE name = ?', PRODUCT);
  const dll = lab.get<{ version: string | null }>('SELECT version FROM server_file WHERE path = ?', MLMIG32);
  const levelFits = product !== undefined && levelAtLeast(product.level, 'SP2');
  const fileFits =
    typeof dll?.version === 'string' && compareVersions(dll.version, HOTFIX_MLMIG32.version ?? '') >= 0;
  const pageHeap = setting(lab, 'pageheap') === 'on';
  const seed = lab.get<{ seed: number }>('SELECT seed FROM lab')?.seed ?? 0;
  return {
    faulty: !(levelFits && fileFits),
    failsAtOrdinal: (count) =>
      pageHeap || count < 2 ? 0 : 1 + draw(seed, 'kb919235-position').below(count - 1),
    why: pageHeap
      ? { rule: 'kb919235-page-heap', ...documented('KB919235') }
      : {
          rule: 'kb919235',
          ...modelled(
            'That clone mode fails is documented; at which mailbox it does without page heap is not, so a later one than the first is drawn from the seed',
            'KB919235',
          ),
        },
  };
}
