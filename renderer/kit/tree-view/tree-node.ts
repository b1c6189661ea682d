import type { ReactNode } from 'react';

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** What is known of its children. */
  readonly children?: readonly TreeNode[];
  /** It can be expanded though no child is known yet. */
  readonly isBranch?: boolean;
  /** Stands for children that are not here yet: they are asked for when it comes into view. It cannot be selected. */
  readonly isWaiting?: boolean;
}
