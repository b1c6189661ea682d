/** The modes of a control file: nine of Exchange 5.5 (Q198957), and EXCHANGE from Exchange 2000 on. LDAP is called ADSI. */
export const CONTROL_MODES = [
  'FILE',
  'MSMAILPC',
  'CCMAIL',
  'COLLABRA',
  'NOTES',
  'GRPWISE',
  'GRPWISE5',
  'ADSI',
  'IMAP',
  'EXCHANGE',
] as const;
export type ControlMode = (typeof CONTROL_MODES)[number];

/** What a value has to look like. `choice`: one of `values`, in any case. */
export type ValueKind = 'choice' | 'path' | 'name' | 'date' | 'port' | 'dn' | 'container';

/** When a keyword has to be there. `own`: in every mode that knows it; the others name what they depend on. */
export type Required = 'no' | 'own' | 'file' | 'imap' | 'mailbox' | 'public' | 'several-stores' | 'notes-ini';

export interface KeywordSpec {
  readonly keyword: string;
  /** Modes that know it; elsewhere it is ignored with a warning, or refused where it is in `banned`. */
  readonly modes: readonly ControlMode[];
  readonly banned: readonly ControlMode[];
  readonly kind: ValueKind;
  readonly values: readonly string[];
  readonly required: Required;
  /** The value it has when it is absent; null: none is documented. */
  readonly fallback: string | null;
  /** Article or help page; `modelled` what is inferred beyond it. */
  readonly source: string;
  readonly modelled: string | null;
}

const ALL = CONTROL_MODES;
const MAIL: readonly ControlMode[] = ['MSMAILPC', 'NOTES', 'CCMAIL', 'GRPWISE', 'GRPWISE5', 'IMAP'];
const GROUPWISE: readonly ControlMode[] = ['GRPWISE', 'GRPWISE5'];
const CALENDAR: readonly ControlMode[] = ['NOTES', 'GRPWISE', 'GRPWISE5'];
const SHARED: readonly ControlMode[] = ['MSMAILPC', 'CCMAIL', 'COLLABRA', 'FILE'];
const NO_SHARED: readonly ControlMode[] = ['NOTES', 'GRPWISE', 'GRPWISE5', 'IMAP', 'ADSI'];
const YES_NO = ['TRUE', 'FALSE'];
const HELP_2000 = 'Exchange 2000 SP2 help, migsysc_controlfileparameters';

interface Written {
  readonly kind?: ValueKind;
  readonly values?: readonly string[];
  readonly banned?: readonly ControlMode[];
  readonly required?: Required;
  readonly fallback?: string;
  readonly source?: string;
  readonly modelled?: string;
}

function spec(keyword: string, modes: readonly ControlMode[], written: Written): KeywordSpec {
  return {
    keyword,
    modes,
    banned: written.banned ?? [],
    kind: written.kind ?? (written.values === undefined ? 'name' : 'choice'),
    values: written.values ?? [],
    required: written.required ?? 'no',
    fallback: written.fallback ?? null,
    source: written.source ?? 'Q198957',
    modelled: written.modelled ?? null,
  };
}
const truth = (keyword: string, modes: readonly ControlMode[], written: Written = {}): KeywordSpec =>
  spec(keyword, modes, { values: YES_NO, fallback: 'TRUE', ...written });

/** Every documented keyword, in the order of Q198957, then those of Q263755, KB329271 and Exchange 2000. */
export const KEYWORDS: readonly KeywordSpec[] = [
  spec('Mode', ALL, { values: CONTROL_MODES, required: 'own' }),
  spec('Function', ['MSMAILPC', 'CCMAIL', 'NOTES', 'COLLABRA', 'GRPWISE', 'GRPWISE5', 'IMAP', 'ADSI'], {
    values: ['FULL', 'EXTRACT', 'IMPORT'],
    fallback: 'FULL',
  }),
  spec('File', ALL, { kind: 'path', required: 'file' }),
  spec('Accounts', ['CCMAIL', 'NOTES', 'GRPWISE', 'MSMAILPC', 'GRPWISE5', 'ADSI', 'IMAP', 'EXCHANGE'], {
    kind: 'path',
    required: 'imap',
    modelled: 'For EXCHANGE one alias per line (KB883408); that the keyword is the same is inferred',
  }),
  truth('Mailbox', ALL),
  spec('GWDomain', ['GRPWISE5'], { kind: 'path', required: 'own' }),
  spec('POName', ['GRPWISE5', 'CCMAIL'], {
    required: 'no',
    modelled: 'The list names it for GroupWise 5.x alone; its own cc:Mail samples use it too',
  }),
  spec('Postoffice', ['MSMAILPC', 'CCMAIL', 'NOTES', 'COLLABRA', 'GRPWISE', 'ADSI'], {
    kind: 'path',
    required: 'own',
  }),
  truth('Secure', ['ADSI', 'IMAP'], { fallback: 'FALSE' }),
  truth('Encrypted', ['ADSI', 'IMAP'], { fallback: 'FALSE' }),
  spec('Port', ['ADSI'], { kind: 'port', fallback: '389' }),
  truth('Email', MAIL),
  truth('Public', ['MSMAILPC', 'CCMAIL', 'COLLABRA'], { banned: ['GRPWISE5'] }),
  truth('PAB', ['MSMAILPC'], { banned: ['GRPWISE5'] }),
  truth('Schedule', ['MSMAILPC', 'NOTES', 'GRPWISE', 'GRPWISE5']),
  spec('EmailStart', MAIL, { kind: 'date', fallback: '16010101000000' }),
  spec('EmailEnd', MAIL, { kind: 'date' }),
  spec('Home-Server', ALL, {
    required: 'mailbox',
    modelled: 'The article calls it required and names a default at once; its absence is therefore no error',
  }),
  spec('Container', ALL, { kind: 'container', fallback: 'Recipients' }),
  spec('Template', ALL, {}),
  spec('NTAccounts', ALL, { values: ['RANDOM', 'ALIAS', 'NO'], fallback: 'NO' }),
  spec('NTDomain', ALL, {}),
  spec('DefFldPerms', SHARED, {
    values: ['None', 'Author', 'PubEditor'],
    fallback: 'None',
    banned: NO_SHARED,
  }),
  spec('FldOwner', SHARED, { kind: 'dn', required: 'public', banned: NO_SHARED }),
  spec('ImportDestination', [...MAIL, 'FILE'], { values: ['SERVER', 'PST'], fallback: 'SERVER' }),
  spec('PSTPath', ALL, { kind: 'path' }),
  spec('GWUserGRPName', ['GRPWISE'], {
    banned: ['GRPWISE5'],
    modelled:
      "The list calls it required; the article's own sample leaves it out and names Accounts instead, so that its absence is no error",
  }),
  spec('SchdStart', CALENDAR, { kind: 'date', fallback: '16010101000000' }),
  spec('SchdEnd', CALENDAR, { kind: 'date' }),
  truth('Phone', GROUPWISE),
  truth('Appointments', GROUPWISE),
  truth('Notes', GROUPWISE),
  truth('Tasks', CALENDAR),
  truth('GWRTF', ['GRPWISE']),
  spec('Notesini', ['NOTES'], { kind: 'path', required: 'notes-ini', source: 'Q263755' }),
  spec('INIFile', ['NOTES'], { kind: 'path', required: 'notes-ini', source: 'KB329271' }),
  spec('DocLinkConversion', ['NOTES'], {
    values: ['URL', 'OLE', 'RTF'],
    fallback: 'RTF',
    source: 'Q263755',
  }),
  spec('ExchStoreDN', ['NOTES', 'EXCHANGE'], {
    kind: 'dn',
    required: 'several-stores',
    source: 'KB329271',
    modelled: 'That mode EXCHANGE takes it too is inferred',
  }),
  spec('ExchStore', ['NOTES', 'EXCHANGE'], {
    source: 'KB329271',
    modelled: 'That mode EXCHANGE takes it too is inferred',
  }),
  truth('Exch55', ['EXCHANGE'], { source: HELP_2000 }),
  truth('RestrictSearchtoSid', ['EXCHANGE'], { fallback: 'FALSE', source: HELP_2000 }),
  spec('SubjectFile', ['EXCHANGE'], { kind: 'path', source: HELP_2000 }),
  truth('ForcePwdChange', ALL, { fallback: 'FALSE', source: HELP_2000 }),
];

/** Keywords of the lab's own, for what mode EXCHANGE needs and no source names. All begin with `Lab-`; all modelled. */
export const LAB_KEYWORDS: readonly KeywordSpec[] = ['Lab-SourceServer', 'Lab-Store', 'Lab-Container'].map(
  (keyword) =>
    spec(keyword, ['EXCHANGE'], {
      source: 'Migration Wizard Lab',
      modelled: 'A keyword of the lab: the one of the original is not documented',
    }),
);

const BY_NAME = new Map(
  [...KEYWORDS, ...LAB_KEYWORDS].map((known) => [known.keyword.toLowerCase(), known] as const),
);

/** The keyword, in whatever case it is written. */
export function keywordSpec(written: string): KeywordSpec | null {
  return BY_NAME.get(written.toLowerCase()) ?? null;
}
