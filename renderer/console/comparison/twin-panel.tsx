import type { TwinNews } from '../../../shared/ipc/comparison-commands.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { GroupBox } from '../../kit/group-box.tsx';
import { ProgressBar } from '../../kit/progress-bar.tsx';
import { forgetTwin, startTwin, stopTwin, type Twin } from '../../stores/comparison-store.ts';

function newsInWords(news: TwinNews | null): string {
  if (news === null) return text('comparison.twin.starting');
  return text(`comparison.twin.phase.${news.phase}`, {
    side: text(`comparison.twin.side.${news.side}`),
    done: formatCount(news.done),
    total: formatCount(news.total),
    alias: news.alias ?? '',
  });
}

/** How far a twin run is; where it stopped or failed, the way to go on. */
export function TwinPanel({ twin, name }: { readonly twin: Twin; readonly name: string }) {
  const { lab, state, news, failure, clients } = twin;
  const isOver = state === 'stopped' || state === 'failed';
  return (
    <GroupBox title={text(isOver ? 'comparison.twin.halted' : 'comparison.twin.going', { name })}>
      <div className="comparison-twin" role={isOver ? 'alert' : undefined}>
        {isOver ? (
          <p>{failure?.message}</p>
        ) : (
          <>
            <ProgressBar
              label={text('comparison.twin.bar')}
              done={news?.permille ?? 0}
              total={1000}
              ended={false}
            />
            <p>{state === 'stopping' ? text('comparison.twin.stopping') : newsInWords(news)}</p>
          </>
        )}
        <div className="pane-row">
          {isOver ? (
            <>
              <CommandButton
                label={text('comparison.twin.again')}
                onPress={() => void startTwin(lab, clients)}
                wide
              />
              <CommandButton label={text('comparison.twin.close')} onPress={forgetTwin} />
            </>
          ) : (
            <CommandButton
              label={text('comparison.twin.stop')}
              onPress={() => void stopTwin(lab)}
              isDisabled={state === 'stopping'}
            />
          )}
        </div>
      </div>
    </GroupBox>
  );
}
