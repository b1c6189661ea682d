import { documented, modelled, notDocumented, type Why } from '../../../shared/evidence.ts';
import { CLONE_WITH_FILTER } from '../../../shared/outcome/predict.ts';

/** Why a run did what it did with a mailbox, each with what it rests on. */
export const REASONS = {
  clone: { rule: 'clone-mode', ...documented('KB919235') },
  cloneIds: {
    rule: 'clone-keeps-ids',
    ...modelled(
      'The article names folder IDs and other special identifiers; without message IDs and change numbers an .ost would be filled anew',
      'KB919235',
    ),
  },
  merge: { rule: 'default-mode', ...documented('Exchange Server 2003 Deployment Guide') },
  initializedBefore: { rule: 'target-initialized', ...documented('aa996178, KB842101') },
  delivered: { rule: 'mail-between-stages', ...documented('KB842101') },
  bounced: { rule: 'mail-bounced', ...documented('Exchange Team Blog, 25 Aug 2004') },
  loggedOn: { rule: 'logon-between-stages', ...documented('KB842101') },
  fallbackFails: { rule: 'fallback-fails', ...documented('Exchange Team Blog, 25 Aug 2004') },
  filtersInClone: { rule: 'filters-in-clone-mode', ...CLONE_WITH_FILTER },
  rulesNotCarried: {
    rule: 'rules-not-carried',
    ...modelled(
      'Documented for a source of Exchange 2000: inbox rules have to be made again, out-of-office is reset',
      'EXADM migsysc_exchange2000migration',
    ),
  },
  delegatesNotCarried: {
    rule: 'delegates-not-carried',
    ...documented('Exchange Server 2003 Deployment Guide'),
  },
  associatedCarried: {
    rule: 'associated-messages-carried',
    ...modelled(
      'No source says whether hidden messages are merged; they are copied like any other, and entry IDs inside them lead nowhere',
    ),
  },
  filteredByDate: { rule: 'filtered', ...documented('KB307706') },
  filteredBySubject: {
    rule: 'filtered-by-subject',
    ...modelled(
      'A file of subject prefixes (SubjectFile) is documented for the control file; what the window calls it is not known, and that a run from the window filters in the same way is inferred',
      'EXADM migsysc_controlfileparameters',
    ),
  },
  keepsStore: {
    rule: 'merge-into-a-clone-keeps-store',
    ...modelled('A merge adds messages and leaves the store GUID and the key of the .ost as they are'),
  },
  noAccount: { rule: 'target-missing', ...documented('KB307706') },
  noTarget: {
    rule: 'target-gone',
    ...modelled('The target mailbox was deleted while the run went on', 'KB842631'),
  },
  noTrust: { rule: 'no-trust', ...documented('KB328871') },
  contact: { rule: 'contact-converted', ...documented('Exchange Server 2003 Deployment Guide') },
  oldAddressTaken: {
    rule: 'old-address-taken',
    ...modelled('An X500 address can stand on one object of a directory only, so that it stays where it is'),
  },
  collision: {
    rule: 'id-collision',
    ...modelled(
      'A database of Exchange 2003 has one id space: folder ids that are there already cannot be cloned into it',
    ),
  },
  replidsFull: {
    rule: 'replid-map-full',
    ...modelled(
      'That the map holds 32,768 entries is documented; that a clone fails at it is inferred',
      'MS-OXCSTOR 3.2.5.9',
    ),
  },
  rerunMerges: { rule: 'rerun-merges', ...documented('KB842101') },
  halfCloneStays: {
    rule: 'half-clone-stays',
    ...modelled('What Mailmig does with a half-cloned mailbox is not documented; lab setting halfClone'),
  },
  halfCloneTakenBack: {
    rule: 'half-clone-taken-back',
    ...modelled('What Mailmig does with a half-cloned mailbox is not documented; lab setting halfClone'),
  },
  cancelled: {
    rule: 'cancelled',
    ...modelled('Documented for a GroupWise run: it can be cancelled and not resumed', 'Q196846'),
  },
  targetAddressCleared: {
    rule: 'target-address-cleared',
    ...notDocumented('Whether and when the wizard clears the target address of /D is not documented'),
  },
} as const satisfies Readonly<Record<string, Why>>;
