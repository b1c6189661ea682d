import { type Fate, type FateCode, type OstFate, worstFate } from '../../../shared/outcome/fate.ts';
import { ostOutcome } from '../../../shared/outcome/compare.ts';
import type { Lab } from '../store/lab.ts';
import { directoryResolver, fateContext, type ResolveDn } from './fate-context.ts';
import { latestLine } from '../migrate/journal.ts';
import type { StartedDetail, StoredPrediction as Predicted } from '../migrate/start-run.ts';
import { observeClient } from './fate-ost.ts';
import { ruleFates } from './fate-rules.ts';
import { type RunMailbox, runMailboxes } from './fate.ts';

/** One point in which a run came out differently from what was predicted before it. */
export interface PredictionDifference {
  readonly alias: string;
  readonly text: string;
}

/**
 * Whether the target directory was changed by another run, beside this one or since, or by a purge; rules with
 * recipients look into it.
 */
function directoryChangedByOthers(lab: Lab, run: number): boolean {
  return (
    lab.get(
      `SELECT 1 FROM run this JOIN run other ON other.id > this.id
          OR (other.id < this.id AND other.state <> 'refused' AND ifnull(other.ended, this.started + 1) > this.started)
        WHERE this.id = ?1
       UNION ALL SELECT 1 FROM act JOIN run ON run.id = ?1 AND act.at >= run.started WHERE act.verb = 'purge' LIMIT 1`,
      run,
    ) !== undefined
  );
}

/** What people did while a run was going on, which no prediction could know. */
interface Disturbance {
  /** Mailboxes it concerned, in lower case. */
  readonly aliases: ReadonlySet<string>;
  /** It may have changed how the whole run went: a setting, a fix, or where a failure strikes. */
  readonly wholeRun: boolean;
}

function disturbance(lab: Lab, run: number, predicted: readonly Predicted[], failed: boolean): Disturbance {
  const before = latestLine<Partial<StartedDetail>>(lab, run, 'started', null);
  const acts = lab.all<{ verb: string; alias: string | null }>(
    `SELECT act.verb AS verb, lower(ifnull(act.detail ->> 'mailbox', act.detail ->> 'user')) AS alias
     FROM act JOIN run ON run.id = ? AND act.id > ? AND act.at < run.ended
     UNION SELECT p.kind, lower(o.alias) FROM planned p JOIN mailbox m ON m.id = p.source_mailbox
       JOIN directory_object o ON o.id = m.object_id WHERE p.done_in_run = ? AND p.id > ?`,
    run,
    before?.acts ?? Number.MAX_SAFE_INTEGER,
    run,
    before?.planned ?? Number.MAX_SAFE_INTEGER,
  );
  const aliases = new Set(acts.flatMap(({ alias }) => (alias === null ? [] : [alias])));
  const server = acts.some(({ verb }) => verb === 'server' || verb === 'fix');
  // A failure strikes at the n-th clone: one mailbox less, and it strikes at another one, or at none; and where the lab
  // is set to fail rather than fall back, what happens to one mailbox brings down the run.
  const strikes =
    aliases.size > 0 && (failed || predicted.some(({ effectiveMode }) => effectiveMode === null));
  return { aliases, wholeRun: server || strikes };
}

function differences(
  predicted: Predicted,
  row: RunMailbox,
  fates: Observed | null,
  directoryChanged: boolean,
): string[] {
  const told: string[] = [];
  const compare = (what: string, before: string | null, after: string | null): void => {
    if (before !== after) told.push(`${what}: predicted ${before ?? 'none'}, observed ${after ?? 'none'}`);
  };
  compare('mode', predicted.effectiveMode, row.state === 'completed' ? row.effectiveMode : null);
  if (fates === null) return told;
  const rules: FateCode | null = worstFate(fates.rules.map((rule) => rule.fate));
  compare('.ost', predicted.ost, ostOutcome(fates.ost));
  if (!directoryChanged || !fates.rules.some((rule) => rule.rule.startsWith('rule-recipient')))
    compare('rules', predicted.rules, rules);
  return told;
}

/** The two things that are predicted beside the mode, as they are observed. */
interface Observed {
  readonly ost: OstFate | null;
  readonly rules: readonly Fate[];
}

function observe(lab: Lab, row: RunMailbox, resolvesDn: ResolveDn): Observed | null {
  if (row.target === null) return null;
  const context = fateContext(lab, row.source, row.target, resolvesDn);
  const client = observeClient(lab, row.alias, context.target, row.effectiveMode === 'clone');
  return { ost: client.ost, rules: ruleFates(context) };
}

/** What a person did to a mailbox or its profile since a run ended; then its fates are not the run's alone any more. */
function touchedSince(lab: Lab, run: number, source: number): boolean {
  return (
    lab.get(
      `SELECT 1 FROM run_mailbox later WHERE later.source_mailbox = ? AND later.run_id > ?
       UNION ALL SELECT 1 FROM mailbox s JOIN profile p ON p.user_id = s.object_id
          JOIN directory_object o ON o.id = s.object_id WHERE s.id = ? AND p.mailbox_dn <> o.legacy_dn COLLATE NOCASE
       LIMIT 1`,
      source,
      run,
      source,
    ) !== undefined
  );
}

/**
 * Where a run came out differently from its prediction: always its effective modes, and the fates of .ost files and
 * rules of those mailboxes that nothing has been done to since. Nothing for a run that was cancelled or interrupted, and
 * nothing for mailboxes that people had their hands on while it was going on.
 */
export function predictionDifferences(lab: Lab, run: number): PredictionDifference[] {
  const stored = lab.get<{ state: string; prediction: string }>(
    'SELECT state, prediction FROM run WHERE id = ?',
    run,
  );
  if (stored === undefined || !['completed', 'failed', 'refused'].includes(stored.state)) return [];
  const predictions = new Map(
    (JSON.parse(stored.prediction) as Predicted[]).map((one) => [one.alias.toLowerCase(), one]),
  );
  const resolvesDn = directoryResolver(lab);
  const changed = directoryChangedByOthers(lab, run);
  const disturbed = disturbance(lab, run, [...predictions.values()], stored.state === 'failed');
  if (disturbed.wholeRun) return [];
  return runMailboxes(lab, run).flatMap((row): PredictionDifference[] => {
    const predicted = predictions.get(row.alias.toLowerCase());
    if (predicted === undefined || disturbed.aliases.has(row.alias.toLowerCase())) return [];
    const fates = touchedSince(lab, run, row.source) ? null : observe(lab, row, resolvesDn);
    return differences(predicted, row, fates, changed).map((text) => ({ alias: row.alias, text }));
  });
}
