import { documented, type Evidence, modelled } from '../../../shared/evidence.ts';
import type { OpenedProfile } from './open-profile.ts';
import type { SyncCounts } from './sync-session.ts';

/** One line of what happened, with what it rests on. */
export interface OutlookStep extends Evidence {
  readonly text: string;
}

const ORDER = documented('About the Replication State Machine, Outlook MAPI Reference');

function step(text: string, grounds: Evidence): OutlookStep {
  return { text, ...grounds };
}

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

export function composedStep(count: number): OutlookStep {
  return step(
    `Written offline: ${items(count)}, with ids of the client's own range.`,
    documented('MS-OXCFXICS R2294-R2301'),
  );
}

export function connectedStep(opened: OpenedProfile): OutlookStep {
  const where = opened.mailbox.role === 'source' ? 'source' : 'target';
  const what = {
    accepted: 'the offline folder file belongs to it',
    rejected: 'the offline folder file does not belong to it',
    none: 'there is no offline folder file',
  }[opened.binding];
  return step(`Connected to the mailbox in the ${where} organization; ${what}.`, opened.grounds);
}

/** How the file is replaced; after it everything is downloaded. */
export function replacedStep(cached: boolean, oldPath: string): OutlookStep {
  return cached
    ? step(
        `Cached mode off, Disable Offline Use, a new file name, cached mode on: ${oldPath} is set aside and stays on disk.`,
        modelled('Described by a practitioner as the lasting repair', 'thelazyadmin.com, Feb 2006'),
      )
    : step(
        `A new offline folder file is made; ${oldPath} stays on disk and cannot be opened with this profile.`,
        documented('KB163589, aa998698'),
      );
}

export function newFileStep(): OutlookStep {
  return step('A new offline folder file is made.', modelled('The profile works offline and has none'));
}

/** The lines of a synchronization, in the protocol's order. */
export function syncSteps(counts: SyncCounts): OutlookStep[] {
  const steps = [step(`Uploaded: ${items(counts.uploadedItems)}.`, ORDER)];
  if (counts.refusedItems > 0) {
    steps.push(
      step(
        `Refused by the server, now in Local Failures: ${items(counts.refusedItems)}.`,
        documented('MS-OXOSFLD'),
      ),
    );
  }
  steps.push(
    step(`Folders: ${counts.downloadedFolders} downloaded, ${counts.deletedFolders} deleted.`, ORDER),
    step(
      `Contents: ${items(counts.downloadedItems)} downloaded (${counts.downloadedBytes} bytes), ${counts.deletedItems} deleted, ${counts.readChanges} read marks.`,
      documented('MS-OXCFXICS R2043-R2048'),
    ),
  );
  if (counts.conflicts > 0) {
    steps.push(
      step(
        `Conflicts: ${counts.conflicts}; the later modification won, the other version is in Conflicts.`,
        documented('MS-OXCFXICS R1826-R1830'),
      ),
    );
  }
  return steps;
}
