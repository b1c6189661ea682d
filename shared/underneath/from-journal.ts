import { documented, modelled } from '../evidence.ts';
import { ruleText } from '../text/evidence-text.ts';
import { isTextKey, text } from '../text/text.ts';
import { fromExtraction } from './from-extraction.ts';
import { fromImport } from './from-import.ts';
import type { JournalLine } from './journal-line.ts';
import { OWN, type Sentence, sentence } from './sentence.ts';

const TWO_STAGES = documented('KB842101, aa998096');
const INITIALIZED = documented('KB842101');
const BOUNCED = documented('Exchange Team Blog, 25 Aug 2004');
const MERGE = documented('Exchange Server 2003 Deployment Guide');
const CARRIED = modelled(
  '"Folder IDs, other special identifiers" are promised; that these are among them is inferred',
  'KB919235',
);
const REFERENCES = modelled(
  'Rules and "other special identifiers" are promised; what else is among these is inferred',
  'KB919235',
);
const TOTALS = modelled(
  'The event with the totals is documented for the wizard of Exchange 5.5; that the one of 2003 writes it too is inferred',
  'Q169130',
);
const PAGE_HEAP = modelled(
  'The article tells of the first mailbox only; the rest is how page heap works',
  'KB919235',
);
const FRESH = documented('MS-OXCFXICS R1891-R1892');

function count(detail: JournalLine['detail'], key: string): number {
  const value = detail[key];
  return typeof value === 'number' ? value : 0;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Lines of a merge count what was skipped and replaced; those of a clone have nothing to skip. */
function copied({ alias, detail }: JournalLine): readonly Sentence[] {
  const values = {
    alias: alias ?? '',
    copied: count(detail, 'copied'),
    skipped: count(detail, 'skipped'),
    replaced: count(detail, 'replaced'),
    bytes: count(detail, 'bytes'),
  };
  const isMerge = Object.hasOwn(detail, 'skipped');
  return isMerge
    ? [
        sentence('step', 'underneath.journal.copied.step.default', MERGE, values),
        sentence(
          'protocol',
          'underneath.journal.copied.protocol.default',
          modelled(
            'Follows from the rule for deletions: the ids it was given are not there',
            'MS-OXCFXICS R2046',
          ),
          values,
        ),
      ]
    : [
        sentence('step', 'underneath.journal.copied.step.clone', documented('KB919235'), values),
        sentence('protocol', 'underneath.journal.copied.protocol.clone', CARRIED, values),
      ];
}

function opened({ alias, detail }: JournalLine): readonly Sentence[] {
  const values = { alias: alias ?? '', folders: count(detail, 'folders') };
  return detail.mode === 'clone'
    ? [
        sentence('step', 'underneath.journal.opened.step.clone', documented('KB919235'), values),
        sentence('protocol', 'underneath.journal.opened.store.clone', CARRIED, values),
        sentence(
          'protocol',
          'underneath.journal.opened.replid.clone',
          modelled(
            'That an unknown REPLGUID gets a REPLID is documented; that cloning makes use of it is inferred',
            'MS-OXCSTOR 3.2.5.9',
          ),
          values,
        ),
      ]
    : [
        sentence('step', 'underneath.journal.opened.step.default', MERGE, values),
        sentence(
          'protocol',
          'underneath.journal.opened.store.default',
          modelled('A new mailbox has a key of its own; that a merge leaves both is inferred', 'aa998698'),
          values,
        ),
        sentence('protocol', 'underneath.journal.opened.ids.default', FRESH, values),
      ];
}

function hasBounced(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'bounced' in event && event.bounced === true;
}

function betweenStages({ detail }: JournalLine): readonly Sentence[] {
  const events: readonly unknown[] = Array.isArray(detail.events) ? detail.events : [];
  const bounced = events.filter(hasBounced).length;
  const others = events.length - bounced;
  if (events.length === 0) return [sentence('step', 'underneath.journal.events.none', TWO_STAGES)];
  return [
    ...(bounced === 0
      ? []
      : [sentence('step', 'underneath.journal.events.bounced', BOUNCED, { count: bounced })]),
    ...(others === 0
      ? []
      : [
          sentence('step', 'underneath.journal.events.some', INITIALIZED, { count: others }),
          sentence('protocol', 'underneath.journal.events.protocol', INITIALIZED),
        ]),
  ];
}

function gaveUp({ alias, detail }: JournalLine): readonly Sentence[] {
  const rules = strings(detail.rules);
  const reasons = rules.map(ruleText).join('; ');
  const isDefect = rules.some((rule) => rule.includes('919235'));
  const atFirst = rules.includes('kb919235-page-heap');
  const grounds = atFirst
    ? documented('KB919235')
    : isDefect
      ? modelled('That clone mode fails is documented; at which mailbox it does is not', 'KB919235')
      : modelled('The rules named decided; see the run', null);
  return [
    sentence('step', 'underneath.journal.gave-up', grounds, { alias: alias ?? '', reasons }),
    ...(isDefect ? [sentence('protocol', 'underneath.journal.gave-up.heap', PAGE_HEAP)] : []),
  ];
}

function ended({ detail }: JournalLine): readonly Sentence[] {
  const key = `console.runs.state.${String(detail.state)}`;
  const state = isTextKey(key) ? text(key) : String(detail.state);
  return [
    sentence('step', 'underneath.journal.ended', TOTALS, {
      state,
      exit: count(detail, 'exit'),
    }),
    sentence('protocol', 'underneath.journal.ended.protocol', OWN),
  ];
}

/** What a line of the journal means for the run, and in the protocol's terms. */
export function fromJournal(line: JournalLine): readonly Sentence[] {
  const alias = line.alias ?? '';
  switch (line.kind) {
    case 'gate':
      return [
        sentence(
          'step',
          line.detail.ok === true ? 'underneath.journal.gate.ok' : 'underneath.journal.gate.no',
          OWN,
        ),
      ];
    case 'started':
      if (Object.hasOwn(line.detail, 'accounts'))
        return [
          sentence('step', 'underneath.import.started', documented('XMG 06004'), {
            accounts: count(line.detail, 'accounts'),
          }),
        ];
      return [
        sentence('step', 'underneath.journal.started', TWO_STAGES, {
          mailboxes: count(line.detail, 'mailboxes'),
        }),
      ];
    case 'objects':
      return [
        sentence('step', 'underneath.journal.objects.step', TWO_STAGES, {
          mailboxes: count(line.detail, 'mailboxes'),
        }),
        sentence('protocol', 'underneath.journal.objects.protocol', INITIALIZED),
      ];
    case 'events':
      return betweenStages(line);
    case 'opened':
      return opened(line);
    case 'copied':
      return copied(line);
    case 'references':
      return [
        sentence('step', 'underneath.journal.references.step', REFERENCES, {
          alias,
          rules: count(line.detail, 'rules'),
        }),
        sentence(
          'protocol',
          'underneath.journal.references.protocol',
          modelled('The layout is documented; that the REPLID is rewritten is inferred', 'MS-OXORULE 2.2.5'),
          { alias },
        ),
      ];
    case 'closed':
      return [
        sentence(
          'step',
          line.detail.held === false ? 'underneath.journal.closed.no' : 'underneath.journal.closed.ok',
          OWN,
          { alias },
        ),
      ];
    case 'gave-up':
      return gaveUp(line);
    case 'extracted':
      return fromExtraction(line);
    case 'section':
    case 'public':
    case 'imported':
      return fromImport(line);
    case 'packed':
      return [sentence('step', 'underneath.extract.packed', OWN, { set: String(line.detail.set ?? '') })];
    case 'ended':
      return ended(line);
    default:
      return [];
  }
}
