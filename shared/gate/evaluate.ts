import { assertNever } from '../result.ts';
import type { FindingName, FindingTest, InstalledTest, KbRecord } from './record.ts';
import { compareVersions, levelAtLeast } from './version.ts';

/** What the gate looks at. `findings` is null as long as no mailboxes are chosen: then only rules about the server are judged. */
export interface GateFacts {
  readonly mode: 'default' | 'clone';
  readonly source: 'EXCHANGE' | 'CCMAIL' | 'FILE';
  readonly products: readonly { readonly name: string; readonly level: string; readonly build: string }[];
  readonly files: readonly { readonly path: string; readonly version: string | null }[];
  readonly findings: Readonly<Record<FindingName, readonly string[]>> | null;
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

function judgeInstalled(test: InstalledTest, facts: GateFacts): { met: boolean; found: string } {
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

function judgeFinding(
  test: FindingTest,
  findings: NonNullable<GateFacts['findings']>,
): { met: boolean; found: string } {
  const found = findings[test.finding];
  if (found.length === 0) return { met: true, found: test.clear };
  const named = found.slice(0, NAMED).join('; ');
  return { met: false, found: found.length > NAMED ? `${named}; and ${found.length - NAMED} more` : named };
}

function judge(record: KbRecord, facts: GateFacts): { met: boolean; found: string } | null {
  if (!record.modes.includes(facts.mode)) return { met: true, found: record.notConcerned };
  switch (record.test.kind) {
    case 'installed':
      return judgeInstalled(record.test, facts);
    case 'finding':
      return facts.findings === null ? null : judgeFinding(record.test, facts.findings);
    default:
      return assertNever(record.test);
  }
}

/**
 * Runs the rules of the library over the facts, in the library's order. Rules for other sources are left out, and
 * so are rules about the data while no mailboxes are chosen. `ok` is false when any rule refuses.
 */
export function evaluateRules(library: readonly KbRecord[], facts: GateFacts): GateReport {
  const rules: GateRuleVerdict[] = [];
  for (const record of library) {
    if (!record.sources.includes(facts.source)) continue;
    if (record.judged === 'prerequisites' && facts.findings === null) continue;
    const judged = judge(record, facts);
    if (judged === null) continue;
    const verdict = judged.met ? 'pass' : record.effect;
    const advice = judged.met ? [] : record.advice;
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
