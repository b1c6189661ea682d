import { documented, type Evidence, modelled, notDocumented } from '../evidence.ts';
import { type Fate, type FateCode, worstFate } from './fate.ts';

interface LedgerEntry {
  readonly fate: FateCode;
  readonly grounds: Evidence;
}

const HELP_2000 = 'Exchange 2000 SP2 help, What is Migrated from Exchange 2000';
const DEPLOYMENT = 'Exchange Server 2003 Deployment Guide';
const TEAM_BLOG = 'Exchange Team Blog, 25 Aug 2004';
const EXPROFRE_PRESS = 'Windows IT Pro 43603';

/** Every way in which the lab accounts for a fate, with its ground. The ids stand in `Fate.rule`. */
export const LEDGER = {
  // ---- the .ost
  'ost-kept': { fate: 'KEEP', grounds: documented('KB919235') },
  'ost-kept-before-2003': {
    fate: 'KEEP',
    grounds: modelled(
      'Before Outlook 2003 the key alone is compared, and it is unchanged; that such an .ost outlives a clone is inferred',
      'Q282496',
    ),
  },
  'ost-kept-after-merge': {
    fate: 'KEEP',
    grounds: modelled(
      'Merging into a mailbox that was cloned before changes neither its store GUID nor its .ost key',
    ),
  },
  'ost-refused': { fate: 'REBUILD', grounds: documented('KB919235, aa996178') },
  'ost-renamed': {
    fate: 'REBUILD',
    grounds: modelled(
      'The deployment guide and the press say that ExProfRe renames the .ost of an Outlook before 2003 unless /o is given; another article (itprotoday.com, Updating profiles for moved mailboxes) says that it is deleted and made again',
      `${DEPLOYMENT}; ${EXPROFRE_PRESS}`,
    ),
  },
  'ost-emptied': {
    fate: 'REBUILD',
    grounds: modelled(
      'The file is opened, but every id in it is gone, so that it is emptied and filled again',
      'MS-OXCFXICS R2046',
    ),
  },
  'ost-without-mailbox': {
    fate: 'REBUILD',
    grounds: documented('KB163589'),
  },
  'ost-replaced-before': {
    fate: 'REBUILD',
    grounds: modelled('Outlook had set this .ost aside before and works with a new one', 'aa998698'),
  },

  // ---- rules
  'rule-not-carried': {
    fate: 'LOST',
    grounds: modelled(
      'Documented for an Exchange 2000 source: inbox rules have to be made again; for a 2003 source no source says',
      HELP_2000,
    ),
  },
  'rule-folder-translated': {
    fate: 'XLATE',
    grounds: modelled(
      "That rules go on working is documented; that the short folder id is put into the target's REPLID map follows from its format",
      'KB919235, MS-OXORULE 2.2.5',
    ),
  },
  'rule-folder-not-found': {
    fate: 'DANGLE',
    grounds: modelled(
      'A short folder id means something only with the map of the database that stored it',
      'MS-OXORULE 2.2.5',
    ),
  },
  'rule-folder-wrong': {
    fate: 'MISPOINT',
    grounds: modelled(
      'A short folder id that was not translated can name another folder',
      'MS-OXCSTOR 3.2.5.8',
    ),
  },
  'rule-file-target': {
    fate: 'KEEP',
    grounds: modelled(
      'Outlook itself moves into a .pst file, and the file stays where it is',
      'MS-OXORULE 2.2.5',
    ),
  },
  'rule-store-target-stale': {
    fate: 'DANGLE',
    grounds: modelled(
      'The store entry ID names the old server and the old legacyExchangeDN',
      'MS-OXCDATA 2.2.4.3',
    ),
  },
  'rule-template-translated': {
    fate: 'XLATE',
    grounds: modelled('The template is an associated message found by short ids', 'MS-OXORULE 2.2.5'),
  },
  'rule-template-not-found': {
    fate: 'DANGLE',
    grounds: modelled('The rule fires without its template', 'MS-OXORULE 2.2.5'),
  },
  'rule-recipient-resolves': {
    fate: 'XLATE',
    grounds: modelled(
      "That X.500 addresses persist is documented; that a rule's recipient is found by one is inferred",
      TEAM_BLOG,
    ),
  },
  'rule-recipient-unknown': {
    fate: 'DANGLE',
    grounds: modelled('Nobody in the target directory carries this legacyExchangeDN', 'MS-OXCDATA 2.2.5.2'),
  },
  'rule-without-identifier': {
    fate: 'SAFE',
    grounds: modelled('The action holds no identifier', 'MS-OXORULE 2.2.5'),
  },
  'rule-client-data': {
    fate: 'KEEP',
    grounds: modelled('What Outlook left for itself in the rule is carried as it is', 'MS-OXORULE 2.2.5'),
  },

  // ---- entry IDs, search folders, receive folders
  'reference-kept': {
    fate: 'KEEP',
    grounds: modelled(
      'The entry ID is made of the store GUID and the folder id, and both are kept',
      'KB919235',
    ),
  },
  'reference-rebuilt': {
    fate: 'REBUILD',
    grounds: modelled('The target mailbox made its own default folders and refers to them'),
  },
  'reference-not-carried': {
    fate: 'LOST',
    grounds: modelled('The default mode makes new items and does not carry what refers to the old ones'),
  },
  'reference-not-found': {
    fate: 'DANGLE',
    grounds: modelled(
      'The entry ID names a store GUID or folder that the target mailbox does not have',
      'MS-OXCDATA 2.2.4.1',
    ),
  },
  'reference-wrong': { fate: 'MISPOINT', grounds: modelled('The entry ID names another folder than before') },
  'store-reference-stale': {
    fate: 'DANGLE',
    grounds: modelled(
      'A store entry ID names the old server and the old legacyExchangeDN',
      'MS-OXCDATA 2.2.4.3',
    ),
  },
  'search-translated': {
    fate: 'XLATE',
    grounds: modelled(
      'Search scopes are short folder ids, translated like those of rules',
      'MS-OXCFOLD R111',
    ),
  },
  'search-not-carried': {
    fate: 'LOST',
    grounds: modelled('Search folders have no messages of their own to be merged'),
  },
  'search-not-found': {
    fate: 'DANGLE',
    grounds: modelled('The scope names no folder of the target mailbox', 'MS-OXCFOLD R111'),
  },
  'search-wrong': { fate: 'MISPOINT', grounds: modelled('The scope names another folder than before') },
  'receive-folder-translated': {
    fate: 'XLATE',
    grounds: modelled('The receive-folder table holds short folder ids', 'MS-OXCSTOR 2.2.1.2'),
  },
  'receive-folder-rebuilt': {
    fate: 'REBUILD',
    grounds: modelled('Every new mailbox gets the default entries'),
  },
  'receive-folder-not-carried': {
    fate: 'LOST',
    grounds: modelled('Entries of other message classes are not carried'),
  },
  'receive-folder-not-found': {
    fate: 'DANGLE',
    grounds: modelled('The entry names no folder of the target mailbox'),
  },
  'receive-folder-wrong': {
    fate: 'MISPOINT',
    grounds: modelled('The entry names another folder than before'),
  },

  // ---- what depends on the directory and the profile
  'old-address-resolves': {
    fate: 'XLATE',
    grounds: modelled(
      'That X.500 addresses persist is documented; that the old legacyExchangeDN is one of them is inferred',
      TEAM_BLOG,
    ),
  },
  'old-address-unknown': {
    fate: 'DANGLE',
    grounds: modelled(
      'The old legacyExchangeDN is no X500 address of anybody in the target directory',
      TEAM_BLOG,
    ),
  },
  'address-book-reset': {
    fate: 'REBUILD',
    grounds: modelled(
      'The press reports that ExProfRe resets the offline address book in both modes',
      EXPROFRE_PRESS,
    ),
  },
  'address-book-kept': {
    fate: 'KEEP',
    grounds: modelled('The press reports that /a keeps ExProfRe from resetting it', EXPROFRE_PRESS),
  },
  'favourites-renamed': {
    fate: 'LOST',
    grounds: modelled(
      'The press reports that ExProfRe renames the favourites unless /f is given',
      EXPROFRE_PRESS,
    ),
  },
  'favourites-kept': {
    fate: 'KEEP',
    grounds: modelled('The shortcuts hold entry IDs, and these are the same', EXPROFRE_PRESS),
  },
  'favourites-dangling': {
    fate: 'DANGLE',
    grounds: modelled('The shortcuts hold entry IDs of the old mailbox'),
  },
  'out-of-office-kept': {
    fate: 'KEEP',
    grounds: modelled('Clone mode copies all data of the mailbox', 'KB919235'),
  },
  'out-of-office-reset': {
    fate: 'LOST',
    grounds: modelled(
      'Documented for an Exchange 2000 source: the state is reset; for a 2003 source no source says',
      HELP_2000,
    ),
  },

  // ---- permissions
  'permission-resolves': {
    fate: 'KEEP',
    grounds: modelled(
      'The entry holds a legacyExchangeDN, which an X500 address of the target directory answers',
      'MS-OXCPERM R78',
    ),
  },
  'permission-unknown': {
    fate: 'DANGLE',
    grounds: notDocumented(
      'What Mailmig does with an entry that nobody in the target directory answers is not documented',
    ),
  },
  'permission-not-carried': {
    fate: 'LOST',
    grounds: modelled(
      'Documented for delegates in a cross-forest move; inferred for folder permissions',
      DEPLOYMENT,
    ),
  },
  'delegate-resolves': {
    fate: 'KEEP',
    grounds: modelled(
      'The entry holds a legacyExchangeDN, which an X500 address of the target directory answers',
      'MS-OXODLGT 2.2.2.2.5',
    ),
  },
  'delegate-unknown': {
    fate: 'DANGLE',
    grounds: modelled(
      'A delegate who is not in the target directory cannot be found there',
      'MS-OXODLGT 2.2.2.2.5',
    ),
  },
  'delegate-not-carried': { fate: 'LOST', grounds: documented(DEPLOYMENT) },
} as const satisfies Readonly<Record<string, LedgerEntry>>;

export type LedgerId = keyof typeof LEDGER;

/** A fate as the ledger accounts for it. `name` is what people call the thing, e.g. a rule's name. */
export function fateOf(name: string, id: LedgerId): Fate {
  const entry: LedgerEntry = LEDGER[id];
  return { name, fate: entry.fate, rule: id, ...entry.grounds };
}

/** The ledger's code for an id. */
export function codeOf(id: LedgerId): FateCode {
  return LEDGER[id].fate;
}

/** The entry with the worst fate among several about one thing; `none` when there are none. */
export function worstId(ids: readonly LedgerId[], none: LedgerId): LedgerId {
  const worst = worstFate(ids.map(codeOf));
  return ids.find((id) => codeOf(id) === worst) ?? none;
}
