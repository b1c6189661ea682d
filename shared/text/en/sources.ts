/**
 * What sources are called. Titles of pages and articles are theirs; of the pages without a known title the name stands
 * as the address had it.
 */
export const SOURCE_TEXT = {
  'source.kb': 'KB article {number}',
  'source.technet': 'TechNet {page}',
  'source.technet.aa996178':
    'TechNet aa996178, "Running Migration Wizard in Clone Mode to Preserve Offline Folder Store Files"',
  'source.technet.aa998096': 'TechNet aa998096, "Batch File and Command Line Migrations"',
  'source.technet.aa998698':
    'TechNet aa998698, "Using Outlook 2003 Exchange Recovery Mode with a Dial Tone Database"',
  'source.exadm': 'Exchange 2000 SP2 online help',
  'source.exadm.page': 'Exchange 2000 SP2 online help: {page}',
  'source.exadm.migsysc_matchingforsids2000': 'Exchange 2000 SP2 online help: matching for SIDs',
  'source.exadm.migsysc_editingaccountsinthemigrationwizard':
    'Exchange 2000 SP2 online help: editing accounts in the Migration Wizard',
  'source.exadm.migsysc_controlfileparameters': 'Exchange 2000 SP2 online help: control file parameters',
  'source.exadm.migsysc_exchange2000migration':
    'Exchange 2000 SP2 online help: what is migrated from Exchange 2000',
  'source.xmg': 'Exchange Server 5.5 migration guide, page {page}',
  'source.xmg.short': 'Guide {page}',
  'source.team-blog': 'Exchange team blog, {date}',
  'source.team-blog.short': 'Exchange blog',
  'source.windows-it-pro': 'Windows IT Pro, article {number}',
  'source.open-specification': '{id} ({name})',
  'source.open-specification.section': '{id} ({name}), section {places}',
  'source.open-specification.requirement': '{id} ({name}), requirement {places}',
  'source.ms.MS-OXCDATA': 'data structures',
  'source.ms.MS-OXCFOLD': 'folder object protocol',
  'source.ms.MS-OXCFXICS': 'bulk data transfer protocol',
  'source.ms.MS-OXCPERM': 'permissions protocol',
  'source.ms.MS-OXCSTOR': 'store object protocol',
  'source.ms.MS-OXODLGT': 'delegate access protocol',
  'source.ms.MS-OXORULE': 'e-mail rules protocol',
  'source.ms.MS-OXOSFLD': 'special folders protocol',
} as const;
