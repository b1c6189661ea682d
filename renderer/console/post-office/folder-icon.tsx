import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons.tsx';

const ICONS: Readonly<Record<string, IconName>> = {
  inbox: 'inbox',
  trash: 'bin',
  drafts: 'hidden',
  'message-log': 'runs',
  'bulletin-board': 'events',
};

/** The picture of a cc:Mail folder, by its kind. */
export function poFolderIcon(kind: string): ReactNode {
  return <Icon name={ICONS[kind] ?? 'folder'} />;
}
