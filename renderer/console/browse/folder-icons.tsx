import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons.tsx';

const BY_ROLE: Readonly<Record<string, IconName>> = {
  inbox: 'inbox',
  calendar: 'calendar',
  contacts: 'people',
  deleted: 'bin',
};

/** A folder's picture: by its role, by whether it searches, else a plain folder. */
export function folderIcon(folder: {
  readonly wellKnown: string | null;
  readonly isSearch: boolean;
}): ReactNode {
  const name = folder.isSearch ? 'search' : (BY_ROLE[folder.wellKnown ?? ''] ?? 'folder');
  return <Icon name={name} />;
}
