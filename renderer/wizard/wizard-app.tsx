import { useEffect, useState } from 'react';
import type { WizardContext } from '../../shared/ipc/app-commands.ts';
import type { Failure } from '../../shared/result.ts';
import { text } from '../../shared/text/text.ts';
import { ask } from '../bridge.ts';
import { Boundary } from '../kit/boundary.tsx';
import { ViewState } from '../kit/view-state.tsx';
import { listenToPreferences } from '../stores/preferences-store.ts';
import { perform } from '../stores/wizard-effects.ts';
import { WizardStoreContext } from '../stores/wizard-hooks.ts';
import { listenToNews } from '../stores/wizard-news.ts';
import { createWizardStore, type WizardStore } from '../stores/wizard-store.ts';
import { WizardWindow } from './wizard-window.tsx';

/** Finds out what the window is over, and then shows the wizard. */
export function WizardApp() {
  const [context, setContext] = useState<WizardContext | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(listenToPreferences, []);
  useEffect(() => {
    void ask('wizard:context', {}).then((answer) => {
      if (answer.ok) setContext(answer.value);
      else setFailure(answer.failure);
    });
  }, []);
  if (failure !== null) return <ViewState kind="failed" text={failure.message} />;
  if (context === null) return <ViewState kind="loading" text={text('wizard.loading')} />;
  return <Wizard key={context.lab} context={context} />;
}

function Wizard({ context }: { readonly context: WizardContext }) {
  const [store] = useState<WizardStore>(() =>
    createWizardStore(context, {
      perform,
      now: () => performance.now(),
      moved: (page, pressed) => void ask('wizard:moved', { page, pressed }),
    }),
  );
  useEffect(() => {
    const stop = listenToNews(store);
    store.send({ type: 'opened' });
    return stop;
  }, [store]);
  return (
    <Boundary failed={(message) => <ViewState kind="failed" text={text('window.bug', { message })} />}>
      <WizardStoreContext value={store}>
        <WizardWindow />
      </WizardStoreContext>
    </Boundary>
  );
}
