import type { Mode } from '../../shared/lab/run-plan.ts';
import { text } from '../../shared/text/text.ts';
import { ask } from '../bridge.ts';
import { learnLab } from '../stores/labs-store.ts';
import { goTo, say, showDialog, showFailure } from '../stores/console-store.ts';

/*
 * What the main window's buttons do. Each tells its outcome itself: in the status bar, or in a message box when it
 * failed.
 */

export async function startWizard(lab: string, mode: Mode): Promise<void> {
  const answer = await ask('wizard:open', { lab, mode });
  if (!answer.ok) showFailure(answer.failure);
}

export async function forkLab(lab: string): Promise<void> {
  const answer = await ask('labs:copy', { lab });
  if (!answer.ok) return showFailure(answer.failure);
  say(text('console.forked', { name: answer.value.name }));
  learnLab(answer.value);
  goTo({ view: 'overview', lab: answer.value.lab });
}

export async function closeLab(lab: string): Promise<void> {
  const answer = await ask('labs:close', { lab });
  if (!answer.ok) showFailure(answer.failure);
}

export async function openLab(): Promise<void> {
  const chosen = await ask('labs:choose-open', {});
  if (!chosen.ok) return showFailure(chosen.failure);
  if (chosen.value !== null) await openChosen(chosen.value.token);
}

export async function openChosen(token: string): Promise<void> {
  const answer = await ask('labs:open', { token });
  if (!answer.ok) return showFailure(answer.failure);
  learnLab(answer.value);
  goTo({ view: 'overview', lab: answer.value.lab });
}

export async function checkLab(lab: string): Promise<void> {
  const answer = await ask('lab:check', { lab });
  if (!answer.ok) return showFailure(answer.failure);
  const { ok, violations, later } = answer.value;
  const lines = ok ? [text('console.check.ok')] : [text('console.check.bad', { count: violations.length })];
  for (const found of violations.slice(0, 12)) lines.push(`${found.invariant}: ${found.text}`);
  if (later.length > 0) lines.push(text('console.check.later', { count: later.length }));
  showDialog({ kind: 'note', caption: text('console.check.caption'), lines });
}
