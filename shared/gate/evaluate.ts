import { assertNever } from '../result.ts';
import type { DefectTest, FindingName, FindingTest, InstalledTest, KbRecord } from './record.ts';
import { compareVersions, levelAtLeast } from './version.ts';
import { type DefectWindows, hasDefect } from './windows.ts';

/** What was found, by name; a finding that is not among them was not looked for, and rules about it say nothing. */
export type Findings = { readonly [Name in FindingName]?: readonly string[] };

/** What the gate looks at. `planned`: accounts are chosen; before that, only rules about the server are judged. */
export interface GateFacts {
  readonly mode: 'default' | 'clone';
  readonly source: 'EXCHANGE' | 'CCMAIL' | 'FILE';
  readonly products: readonly { readonly name: string; readonly level: string; readonly build: string }[];
  readonly files: readonly { readonly path: string; readonly version: string | null }[];
  readonly planned: boolean;
  readonly findings: Findings;
  /** Defect windows of one file, and where it stands on the migration server. */
  readonly defects: { readonly library: DefectWindows; readonly path: string };
}

export interface GateRuleVerdict {
  readonly kb: string;
  readonly title: string;
  readonly verdict: 'pass' | 'note' | 'warn' | 'refuse';
  readonly needs: string;
  readonly found: string;
  readonly advice: readonly string[];
  readonly judged: 'opening' | 'prerequisites';
  readonly evidence: 'documented' | 'modelled' | 'not documented';
  readonly source: string | null;
  readonly reason: string | null;
}

export interface GateReport {
  readonly ok: boolean;
  readonly rules: readonly GateRuleVerdict[];
}

/** Said with every refusal, so that nobody takes the lab's caution for the original's. */
export const GATE_POLICY =
  "This refusal is the lab's own policy: Mailmig itself checks nothing and would have started.";

/** How many findings are named before the rest is only counted. */
const NAMED = 5;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

function judgeInstalled(test: InstalledTest, facts: GateFacts): Judged {
  const product = facts.products.find((candidate) => candidate.name === test.product);
  const levelFits = product !== undefined && levelAtLeast(product.level, test.level);
  const seen = test.files.map((needed) => {
    const there = facts.files.find((candidate) => candidate.path.toLowerCase() === needed.path.toLowerCase());
    const version = there?.version ?? null;
    return {
      fits: version !== null && compareVersions(version, needed.version) >= 0,
      text:
        there === undefined
          ? `no ${baseName(needed.path)}`
          : `${baseName(needed.path)} ${version ?? 'of unknown version'}`,
    };
  });
  const server =
    product === undefined
      ? `no ${test.product}`
      : `${product.name} ${product.level} (build ${product.build})`;
  return {
    met: levelFits && seen.every((file) => file.fits),
    found: [server, ...seen.map((file) => file.text)].join(', '),
  };
}

interface Judged {
  readonly met: boolean;
  readonly found: string;
}

function named(found: readonly string[]): string {
  const first = found.slice(0, NAMED).join('; ');
  return found.length > NAMED ? `${first}; and ${found.length - NAMED} more` : first;
}

function judgeFinding(test: FindingTest, findings: Findings): Judged | null {
  const found = findings[test.finding];
  if (found === undefined) return null;
  return found.length === 0 ? { met: true, found: test.clear } : { met: false, found: named(found) };
}

/** Version of the file that carries the defects, in words, and whether this defect is there. A server without the product has none. */
function defectIn(window: string, { products, files, defects }: GateFacts): { there: boolean; file: string } {
  const { library, path } = defects;
  const product = products.find((candidate) => candidate.name === library.product);
  const file = files.find((candidate) => candidate.path.toLowerCase() === path.toLowerCase());
  const version = file?.version ?? null;
  const standing = { level: product?.level ?? 'RTM', version };
  const shown =
    file === undefined ? `no ${library.file}` : `${library.file} ${version ?? 'of unknown version'}`;
  return {
    there: product !== undefined && hasDefect(library, window, standing) !== false,
    file: product === undefined ? shown : `${product.name} ${product.level}, ${shown}`,
  };
}

/** Steps count only once there is something to do them for: without a finding, the article does not concern this lab. */
function judgeDefect(test: DefectTest, facts: GateFacts): Judged | null {
  const found = facts.findings[test.finding];
  if (found === undefined) return null;
  if (found.length === 0) return { met: true, found: test.clear };
  const { there, file } = defectIn(test.window, facts);
  const open = test.steps.flatMap((step) => facts.findings[step] ?? []);
  const shown = [file, ...open, named(found)].join('; ');
  return { met: !there && open.length === 0, found: shown };
}

function judge(record: KbRecord, facts: GateFacts): Judged | null {
  if (!record.modes.includes(facts.mode)) return { met: true, found: record.notConcerned };
  switch (record.test.kind) {
    case 'installed':
      return judgeInstalled(record.test, facts);
    case 'finding':
      return judgeFinding(record.test, facts.findings);
    case 'defect':
      return judgeDefect(record.test, facts);
    default:
      return assertNever(record.test);
  }
}

/** The article's own word for how sure it is. */
const CERTAINTY = {
  may: 'The article says that this may happen, not that it will.',
  will: 'The article says that this will happen.',
} as const;

function certaintyOf({ certainty }: KbRecord): readonly string[] {
  return certainty === null ? [] : [CERTAINTY[certainty]];
}

/**
 * Runs the rules of the library over the facts, in the library's order. Rules for other sources are left out, and
 * so are rules about the data while no accounts are chosen, and rules about what was not looked for. `ok` is false when any rule refuses.
 */
export function evaluateRules(library: readonly KbRecord[], facts: GateFacts): GateReport {
  const rules: GateRuleVerdict[] = [];
  for (const record of library) {
    if (!record.sources.includes(facts.source)) continue;
    if (record.judged === 'prerequisites' && !facts.planned) continue;
    const judged = judge(record, facts);
    if (judged === null) continue;
    const verdict = judged.met ? 'pass' : record.effect;
    const advice = judged.met ? [] : [...certaintyOf(record), ...record.advice];
    rules.push({
      kb: record.kb,
      title: record.title,
      verdict,
      needs: record.needs,
      found: judged.found,
      advice: verdict === 'refuse' ? [...advice, GATE_POLICY] : advice,
      judged: record.judged,
      evidence: record.evidence,
      source: record.source,
      reason: record.reason,
    });
  }
  return { ok: rules.every((rule) => rule.verdict !== 'refuse'), rules };
}
