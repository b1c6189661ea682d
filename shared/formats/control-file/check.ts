import { documented, modelled } from '../../evidence.ts';
import { checkValue } from './check-value.ts';
import type { Complaint } from './complaint.ts';
import { type ControlFile, type KeywordLine, controlValue } from './control-file.ts';
import {
  CONTROL_MODES,
  type ControlMode,
  KEYWORDS,
  type KeywordSpec,
  keywordSpec,
  LAB_KEYWORDS,
} from './keywords.ts';
import { nearest } from './near-miss.ts';

interface Numbered {
  readonly line: KeywordLine;
  readonly number: number;
}

const OURS = "The lab's own wording: the original's message for this is not documented";

function complain(
  severity: Complaint['severity'],
  at: { line: number; column: number },
  text: string,
): Complaint {
  return { severity, ...at, text, event: null, ...modelled(OURS) };
}

function keywordsOf(file: ControlFile): Numbered[] {
  return file.lines.flatMap((line, index) => (line.kind === 'keyword' ? [{ line, number: index + 1 }] : []));
}

/** The mode a control file asks for; null when it names none, or one that does not exist. */
export function controlMode(file: ControlFile): ControlMode | null {
  const value = controlValue(file, 'Mode')?.toUpperCase();
  return CONTROL_MODES.find((mode) => mode === value) ?? null;
}

/** A truth value as it counts: the one given, else the default. */
function isTrue(file: ControlFile, name: string): boolean {
  return (controlValue(file, name) ?? keywordSpec(name)?.fallback)?.toUpperCase() === 'TRUE';
}

function needed(spec: KeywordSpec, mode: ControlMode, file: ControlFile): boolean {
  if (!spec.modes.includes(mode)) return false;
  switch (spec.required) {
    case 'own':
      return true;
    case 'file':
      return mode === 'FILE' || mode !== 'MSMAILPC'
        ? mode !== 'EXCHANGE'
        : ['EXTRACT', 'IMPORT'].includes((controlValue(file, 'Function') ?? '').toUpperCase());
    case 'imap':
      return mode === 'IMAP';
    case 'public':
      // Without a Public keyword of its own, FILE cannot say; FldOwner is asked for when the files hold public folders.
      return mode !== 'FILE' && isTrue(file, 'Public');
    case 'notes-ini':
      return (
        spec.keyword === 'Notesini' &&
        controlValue(file, 'INIFile') === null &&
        controlValue(file, 'Notesini') === null
      );
    case 'mailbox':
    case 'several-stores':
    case 'no':
      return false;
  }
}

function whyNeeded(spec: KeywordSpec, mode: ControlMode): string {
  if (spec.required === 'public') return 'because Public is TRUE (its default)';
  if (spec.required === 'notes-ini') return 'or INIFile, for mode NOTES';
  return `for mode ${mode}`;
}

function missingKeywords(file: ControlFile, mode: ControlMode): Complaint[] {
  const end = { line: file.lines.length + 1, column: 1 };
  return KEYWORDS.filter(
    (spec) =>
      spec.keyword !== 'Mode' && needed(spec, mode, file) && controlValue(file, spec.keyword) === null,
  ).map((spec) =>
    complain(
      'error',
      end,
      `The control file needs the keyword ${spec.keyword}, ${whyNeeded(spec, mode)}: add a line "${spec.keyword},..." (${spec.source}).`,
    ),
  );
}

function modeComplaints(lines: readonly Numbered[]): Complaint[] {
  const first = lines[0];
  const isMode = first?.line.keyword.toLowerCase() === 'mode';
  if (isMode) return [];
  return [
    {
      severity: 'error',
      line: first?.number ?? 1,
      column: first?.line.keywordColumn ?? 1,
      // Of the two wordings that are printed, this one stands in the archive (Q234057).
      text: "Required keyword 'mode', is missing in the control file.",
      event: null,
      ...documented('Q234057'),
    },
  ];
}

function unknownKeyword({ line, number }: Numbered): Complaint {
  const known = [...KEYWORDS, ...LAB_KEYWORDS].map((spec) => spec.keyword);
  const meant = nearest(line.keyword, known);
  return complain(
    'error',
    { line: number, column: line.keywordColumn },
    `There is no keyword "${line.keyword}": ${meant === null ? 'remove the line, or make it a comment with "!" in the first column' : `did you mean ${meant}?`}`,
  );
}

function misplaced({ line, number }: Numbered, spec: KeywordSpec, mode: ControlMode): Complaint {
  const at = { line: number, column: line.keywordColumn };
  if (spec.banned.includes(mode))
    return complain(
      'error',
      at,
      `The keyword ${spec.keyword} is not allowed with mode ${mode}: remove the line (${spec.source}).`,
    );
  return {
    severity: 'warning',
    ...at,
    text: `Unnecessary keyword '${line.keyword},' found in control file. The keyword will be ignored`,
    event: 10008,
    ...documented('Q197397'),
  };
}

function keywordComplaints(lines: readonly Numbered[], mode: ControlMode | null): Complaint[] {
  const seen = new Map<string, number>();
  return lines.flatMap((numbered): Complaint[] => {
    const { line, number } = numbered;
    const spec = keywordSpec(line.keyword);
    if (spec === null) return [unknownKeyword(numbered)];
    const before = seen.get(spec.keyword);
    seen.set(spec.keyword, number);
    const twice =
      before === undefined
        ? []
        : [
            complain(
              'warning',
              { line: number, column: line.keywordColumn },
              `The keyword ${spec.keyword} stands in line ${before} already: the value of line ${number} counts.`,
            ),
          ];
    if (mode !== null && !spec.modes.includes(mode)) return [...twice, misplaced(numbered, spec, mode)];
    return [...twice, ...checkValue(line, number, spec)];
  });
}

/** What Q197397 calls a false error: Function is fine in mode CCMAIL, and 10008 comes all the same. */
function falseWarning(lines: readonly Numbered[], mode: ControlMode | null): Complaint[] {
  const found = lines.find(({ line }) => line.keyword.toLowerCase() === 'function');
  if (mode !== 'CCMAIL' || found === undefined) return [];
  return [
    {
      severity: 'warning',
      line: found.number,
      column: found.line.keywordColumn,
      text: "Unnecessary keyword 'Function,' found in control file. The keyword will be ignored",
      event: 10008,
      ...documented('Q197397'),
    },
  ];
}

/**
 * Everything that is wrong with a control file, in the order of its lines; nothing is held back after the first. Errors
 * keep it from being used, warnings (10008 among them) do not.
 */
export function checkControlFile(file: ControlFile): readonly Complaint[] {
  const lines = keywordsOf(file);
  const mode = controlMode(file);
  const stray = file.lines.flatMap((line, index) =>
    line.kind === 'stray'
      ? [
          complain(
            'error',
            { line: index + 1, column: 1 },
            `Line ${index + 1} is no "Keyword,Value": put a comma behind the keyword, or "!" in the first column for a comment.`,
          ),
        ]
      : [],
  );
  return [
    ...modeComplaints(lines),
    ...stray,
    ...keywordComplaints(lines, mode),
    ...falseWarning(lines, mode),
    ...(mode === null ? [] : missingKeywords(file, mode)),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}
