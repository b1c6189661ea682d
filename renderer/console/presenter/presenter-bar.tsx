import { TEXT_SIZES } from '../../../shared/ipc/presenting.ts';
import { text } from '../../../shared/text/text.ts';
import { CheckBox } from '../../kit/check-box.tsx';
import { Combo } from '../../kit/combo.tsx';
import { CommandButton } from '../../kit/command-button.tsx';
import { showDialog, useConsole } from '../../stores/console-store.ts';
import { useLabs } from '../../stores/labs-store.ts';
import { setPreferences, usePreferences } from '../../stores/preferences-store.ts';
import { PaceControl } from './pace-control.tsx';
import { PresenterActs } from './presenter-acts.tsx';
import './presenter-bar.css';

/** What one who presents has at hand in every view: what can happen, the pace, the way back, the text size. */
export function PresenterBar() {
  const wanted = useConsole((state) => state.place.lab);
  const lab = useLabs((state) => state.labs?.open.find((open) => open.lab === wanted)?.lab ?? null);
  const preferences = usePreferences();
  if (preferences === null || !preferences.presenter) return null;
  return (
    <section className="presenter-bar" aria-label={text('demo.bar')}>
      {lab !== null && <PresenterActs key={`acts ${lab}`} lab={lab} />}
      {lab !== null && <PaceControl key={`pace ${lab}`} lab={lab} />}
      <div className="presenter-group">
        <CommandButton
          wide
          label={text('demo.undo')}
          isDisabled={lab === null}
          onPress={() => {
            if (lab !== null) showDialog({ kind: 'undo', lab });
          }}
        />
        <CommandButton
          wide
          label={text('demo.underneath')}
          onPress={() => void setPreferences({ underneath: !preferences.underneath })}
        />
        <div className="presenter-size">
          <Combo
            label={text('demo.text-size')}
            value={String(preferences.textSize)}
            choices={TEXT_SIZES.map((size) => ({
              value: String(size),
              label: text('demo.text-size.value', { size }),
            }))}
            onChange={(chosen) => {
              const textSize = TEXT_SIZES.find((size) => String(size) === chosen);
              if (textSize !== undefined) void setPreferences({ textSize });
            }}
          />
        </div>
      </div>
      <CheckBox
        label={text('demo.access-keys')}
        isSelected={preferences.accessKeys}
        onChange={(accessKeys) => void setPreferences({ accessKeys })}
      />
    </section>
  );
}
