import type { CommandOutput } from '../../shared/ipc/app-commands.ts';
import type { Failure, Result } from '../../shared/result.ts';
import type { FactName } from '../../shared/wizard/facts.ts';
import type { Effect, PageId, WizardEvent } from '../../shared/wizard/model.ts';
import { ask } from '../bridge.ts';
import { openingRules } from './opening-rules.ts';

export type Pace = 'full' | 'demo';

/** What the wizard's effects reach besides the bridge. */
export interface EffectHost {
  readonly lab: string;
  readonly pace: () => Pace;
  /** What the field of the post office's password holds. */
  readonly password: () => string;
  readonly send: (event: WizardEvent) => void;
  readonly showHelp: (page: PageId) => void;
}

/** Does what the machine asked for; every answer goes back to it as an event. */
export async function perform(effect: Effect, host: EffectHost): Promise<void> {
  const { lab, send } = host;
  switch (effect.type) {
    case 'load':
      return load(effect, host);
    case 'install-fix': {
      const answer = await ask('lab:fix', { lab, install: effect.id });
      if (answer.ok) return send({ type: 'fix-installed', token: effect.token });
      return send({ type: 'fix-failed', token: effect.token, failure: answer.failure });
    }
    case 'start-run':
    case 'resume-run':
      return startRun(effect, host);
    case 'cancel-run':
      return control(lab, 'cancel');
    case 'pause-run':
      return control(lab, 'pause');
    case 'continue-run':
      return control(lab, 'continue');
    case 'step-run':
      return control(lab, 'step');
    case 'help':
      return host.showHelp(effect.page);
    case 'close':
      await ask('window:close', {});
  }
}

/** The answer says only that it was handed over; the news tell the rest. */
async function control(lab: string, action: 'cancel' | 'pause' | 'continue' | 'step'): Promise<void> {
  await ask('run:control', { lab, action });
}

async function startRun(
  effect: Extract<Effect, { type: 'start-run' | 'resume-run' }>,
  { lab, pace, send }: EffectHost,
): Promise<void> {
  const answer: Result<CommandOutput<'run:start' | 'run:resume'>> =
    effect.type === 'resume-run'
      ? await ask('run:resume', { lab, pace: pace() })
      : await ask('run:start', { lab, plan: effect.plan, ignoreGate: effect.ignoreGate, pace: pace() });
  if (!answer.ok) return send({ type: 'run-not-started', token: effect.token, failure: answer.failure });
  const { run, report } = answer.value;
  send({ type: 'run-started', token: effect.token, run });
  if (report !== null) send({ type: 'run-ended', run, report });
}

async function load(effect: Extract<Effect, { type: 'load' }>, host: EffectHost): Promise<void> {
  const { lab, send } = host;
  const { token } = effect;
  const failed = (fact: FactName, failure: Failure): void =>
    send({ type: 'load-failed', fact, token, failure });
  switch (effect.fact) {
    case 'lab': {
      const places = await ask('lab:organizations', { lab });
      if (!places.ok) return failed('lab', places.failure);
      return send({ type: 'loaded', fact: 'lab', token, value: places.value });
    }
    case 'opening': {
      const { mode, source } = effect;
      const gate = await ask('lab:gate', { lab, mode, source });
      if (!gate.ok) return failed('opening', gate.failure);
      return send({ type: 'loaded', fact: 'opening', token, value: openingRules(gate.value) });
    }
    case 'accounts': {
      const { server, postOffice } = effect;
      const answer = await ask('lab:accounts', {
        lab,
        ...(server === null ? {} : { server }),
        ...(postOffice === null ? {} : { postOffice }),
      });
      if (!answer.ok) return failed('accounts', answer.failure);
      return send({ type: 'loaded', fact: 'accounts', token, value: answer.value.accounts });
    }
    case 'post-office': {
      const { directory, name } = effect;
      const answer = await ask('lab:postOfficeLogon', { lab, directory, name, password: host.password() });
      if (!answer.ok) return failed('post-office', answer.failure);
      return send({ type: 'loaded', fact: 'post-office', token, value: answer.value });
    }
    case 'files-set': {
      const answer = await ask('lab:filesSet', { lab, packingList: effect.packingList });
      if (!answer.ok) return failed('files-set', answer.failure);
      return send({ type: 'loaded', fact: 'files-set', token, value: answer.value });
    }
    case 'matches': {
      const answer = await ask('lab:matches', { lab, plan: effect.plan });
      if (!answer.ok) return failed('matches', answer.failure);
      return send({ type: 'loaded', fact: 'matches', token, value: answer.value.matches });
    }
    case 'prerequisites': {
      const { plan } = effect;
      const gate = await ask('lab:gate', { lab, mode: plan.mode, source: plan.source, plan });
      if (!gate.ok) return failed('prerequisites', gate.failure);
      return send({ type: 'loaded', fact: 'prerequisites', token, value: gate.value });
    }
    case 'predictions': {
      const { plan, ignoreGate } = effect;
      const answer = await ask('lab:predict', { lab, plan, ignoreGate });
      if (!answer.ok) return failed('predictions', answer.failure);
      return send({ type: 'loaded', fact: 'predictions', token, value: answer.value.mailboxes });
    }
  }
}
