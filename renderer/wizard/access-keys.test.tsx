import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Mode } from '../../shared/lab/run-plan.ts';
import { text } from '../../shared/text/text.ts';
import { newWizard } from '../../shared/wizard/machine.ts';
import {
  PAGE_ORDER,
  type Answers,
  type MigrationType,
  type WizardEvent,
  type WizardState,
} from '../../shared/wizard/model.ts';
import { pathFor, titleKeyOf } from '../../shared/wizard/pages.ts';
import { GATE_OPEN, GATE_SHUT, sampleFacts, sampleReport } from '../../shared/wizard/sample-facts.ts';
import { EVERYBODY, NEXT, OPENED, walkThrough } from '../../shared/wizard/sample-walk.ts';
import { WizardStoreContext } from '../stores/wizard-hooks.ts';
import { createWizardStore } from '../stores/wizard-store.ts';
import { WizardWindow } from './wizard-window.tsx';

/* Every page in every state that changes its buttons, rendered from the text tables; dialogs are judged in e2e. */

const RUN = 1;
const NEWS: WizardEvent = {
  type: 'run-news',
  news: { run: RUN, stage: 2, done: 1, total: 9, current: 'anna', mailboxes: [] },
} as unknown as WizardEvent;

function walked(mode: Mode, events: readonly WizardEvent[], gate = GATE_OPEN): WizardState {
  return walkThrough(newWizard(mode), [OPENED, ...events], sampleFacts(gate)).state;
}

function running(mode: Mode): WizardState {
  const { state, effects } = walkThrough(newWizard(mode), [
    OPENED,
    ...Array.from({ length: 6 }, () => NEXT),
    EVERYBODY,
    ...Array.from({ length: 4 }, () => NEXT),
  ]);
  const start = effects.find((effect) => effect.type === 'start-run');
  if (start?.type !== 'start-run') throw new Error('no run was started');
  return walkThrough(state, [{ type: 'run-started', token: start.token, run: RUN }, NEWS]).state;
}

/** Everything a page of cc:Mail or of migration files has to be told before one can leave it. */
function told(type: MigrationType, method: Answers['method']): WizardEvent {
  const entered = {
    type,
    method,
    postOfficePath: 'M:\\',
    postOfficeName: 'HARBOR',
    postOfficePasswordGiven: true,
    filesPath: 'C:\\MIGRATE',
    packingList: 'C:\\MIGRATE\\HARBOR.001\\HARBOR.PKL',
    folderOwner: 'anna',
    dateRangeOn: true,
    infoBulletinBoards: true,
  };
  return { type: 'set', answers: entered };
}

/** Every page of an import, one state each. */
function imported(
  type: MigrationType,
  method: Answers['method'],
): readonly (readonly [string, WizardState])[] {
  const all: WizardState[] = [];
  let state = walkThrough(newWizard('default'), [OPENED, told(type, method)]).state;
  for (const page of pathFor(state.answers)) {
    if (page === 'progress') break;
    expect(state.page).toBe(page);
    all.push(state);
    const events = page === 'account-migration' ? [EVERYBODY, NEXT] : [NEXT];
    state = walkThrough(state, events).state;
  }
  return all.map((each) => [`${type} ${method}, ${each.page}`, each] as const);
}

const STATES: readonly (readonly [string, WizardState])[] = [
  ...imported('CCMAIL', 'one-step'),
  ...imported('CCMAIL', 'extract'),
  ...imported('FILE', 'one-step'),
  ...(['default', 'clone'] as const).flatMap((mode) => [
    ...Array.from({ length: 11 }, (_, pages) => {
      const events = Array.from({ length: pages }, () => NEXT);
      const chosen = pages > 6 ? [...events.slice(0, 6), EVERYBODY, ...events.slice(6)] : events;
      return [`${mode}, ${pages} pages on`, walked(mode, chosen)] as const;
    }),
    [`${mode}, refused`, walked(mode, [], GATE_SHUT)] as const,
    [`${mode}, running`, running(mode)] as const,
    [`${mode}, paused`, walkThrough(running(mode), [{ type: 'pause' }]).state] as const,
    [
      `${mode}, ended`,
      walkThrough(running(mode), [{ type: 'run-ended', run: RUN, report: sampleReport(RUN) }]).state,
    ] as const,
    [
      `${mode}, completing`,
      walkThrough(running(mode), [{ type: 'run-ended', run: RUN, report: sampleReport(RUN) }, NEXT]).state,
    ] as const,
  ]),
];

function accessKeys(wizard: WizardState): { title: string; keys: string[] } {
  const store = createWizardStore(
    { lab: 'lab', name: 'Sample', file: 'sample.mwlab', mode: wizard.answers.mode } as never,
    { perform: async () => undefined, now: () => 0 },
  );
  store.setState({ wizard });
  // Rendered without a browser, a store shows what it began with.
  const markup = renderToStaticMarkup(
    <WizardStoreContext value={{ ...store, getInitialState: store.getState }}>
      <WizardWindow />
    </WizardStoreContext>,
  );
  return {
    title: /<h1[^>]*>([^<]*)</.exec(markup)?.[1] ?? '',
    keys: [...markup.matchAll(/data-access-key="(.)"/g)].map((hit) => hit[1] ?? ''),
  };
}

describe('access keys', () => {
  test('the states cover every page', () => {
    expect(new Set(STATES.map(([, state]) => state.page)).size).toBe(PAGE_ORDER.length);
  });

  test.each(STATES)('are unique: %s', (_, state) => {
    const { title, keys } = accessKeys(state);
    expect(title).toBe(text(titleKeyOf(state.page, state.answers)));
    expect(keys).toEqual([...new Set(keys)]);
  });
});
