import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { text } from '../../../shared/text/text.ts';
import { CommandButton } from '../../kit/command-button.tsx';
import { ScrollText } from '../../kit/scroll-text.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { drawn, lineKind, lineParts } from './line-parts.ts';
import './file-view.css';

type Follow = (file: string, offset: number) => void;

interface FileViewProps {
  readonly lab: string;
  readonly path: string;
  /** The byte to begin with. */
  readonly start: number;
  /** A pointer was pressed. */
  readonly onFollow: Follow;
}

/** A migration file as text, a window of it at a time, every line with its byte offset. */
export function FileView({ lab, path, start, onFollow }: FileViewProps) {
  // Where the windows that were looked at begin, the present one last.
  const [windows, setWindows] = useState<readonly number[]>([start]);
  const offset = windows.at(-1) ?? 0;
  const asking = useAsk('lab:file-text', { lab, path, offset }, useRevision(lab));
  return (
    <AskedView asking={asking}>
      {(shown) => (
        <div className="file-view">
          <Lines shown={shown} onFollow={onFollow} />
          <div className="pane-row">
            <span className="pane-note">
              {text('files.window', {
                path,
                from: formatCount(offset),
                to: formatCount(shown.next ?? shown.size),
                size: formatCount(shown.size),
                codePage: shown.codePage,
              })}
            </span>
            <span className="push" />
            <CommandButton
              label={text('files.first')}
              isDisabled={offset === 0}
              onPress={() => setWindows([0])}
            />
            <CommandButton
              label={text('files.earlier')}
              isDisabled={windows.length < 2}
              onPress={() => setWindows(windows.slice(0, -1))}
            />
            <CommandButton
              label={text('files.later')}
              isDisabled={shown.next === null}
              onPress={() => {
                if (shown.next !== null) setWindows([...windows, shown.next]);
              }}
            />
          </div>
        </div>
      )}
    </AskedView>
  );
}

interface LinesProps {
  readonly shown: CommandOutput<'lab:file-text'>;
  readonly onFollow: Follow;
}

function Lines({ shown, onFollow }: LinesProps) {
  return (
    <ScrollText label={shown.path}>
      <div className="file-lines">
        {shown.lines.map(({ offset, text: line }) => (
          <div key={offset} className="file-line" data-kind={lineKind(shown.path, line)}>
            <span className="file-offset">{offset}</span>
            <code>
              {lineParts(drawn(line)).map((part, at) =>
                part.kind === 'text' ? (
                  part.text
                ) : (
                  <button
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line never change places
                    key={at}
                    type="button"
                    className="file-pointer"
                    title={text('files.follow', { file: part.file, offset: part.offset })}
                    onClick={() => onFollow(part.file, part.offset)}
                  >
                    {part.text}
                  </button>
                ),
              )}
            </code>
          </div>
        ))}
      </div>
    </ScrollText>
  );
}
