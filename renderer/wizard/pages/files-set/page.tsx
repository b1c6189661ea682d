import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import type { FilesSetFact } from '../../../../shared/wizard/facts.ts';
import { ask } from '../../../bridge.ts';
import { CommandButton } from '../../../kit/command-button.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend, useWindow, useWizard } from '../../../stores/wizard-hooks.ts';
import { Interior } from '../../parts/interior.tsx';
import { IssueLines, useProblem } from '../../parts/issue-line.tsx';
import { PackingListBrowser } from './packing-list-browser.tsx';
import { SetContents } from './set-contents.tsx';

export function FilesSetPage() {
  const send = useSend();
  const packingList = useWizard((state) => state.answers.packingList);
  const fact = useWizard((state) => state.facts['files-set']);
  const [read, setRead] = useState<FilesSetFact | null>(null);
  const held = fact.status === 'loaded' ? fact.value : read;
  const [browsing, setBrowsing] = useState(false);
  const lab = useWindow((state) => state.context.lab);
  const [failure, setFailure] = useState<string | null>(null);
  const problem = useProblem('packingList');
  // Looking into the files leaves the page where it is; Next reads them for the run.
  const readNow = async (): Promise<void> => {
    const answer = await ask('lab:filesSet', { lab, packingList });
    setRead(answer.ok ? answer.value : null);
    setFailure(answer.ok ? null : answer.failure.message);
  };
  return (
    <Interior page="files-set">
      <div className="browse-row">
        <Edit
          label={text('wizard.files-set.path')}
          value={packingList}
          onChange={(typed) => {
            setRead(null);
            setFailure(null);
            send({ type: 'set', answers: { packingList: typed } });
          }}
          problem={problem ?? failure}
          maxLength={4096}
        />
        <CommandButton label={text('wizard.browse')} onPress={() => setBrowsing(true)} />
        <CommandButton
          label={text('wizard.files-set.read')}
          isDisabled={packingList.trim() === ''}
          onPress={() => void readNow()}
        />
      </div>
      {held === null ? (
        <p className="hint" role="status">
          {text(fact.status === 'loading' ? 'wizard.files-set.reading' : 'wizard.files-set.not-read')}
        </p>
      ) : (
        <SetContents set={held} />
      )}
      {browsing && (
        <PackingListBrowser
          initial={packingList}
          onChoose={(chosen) => {
            setRead(null);
            setFailure(null);
            send({ type: 'set', answers: { packingList: chosen } });
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
      <IssueLines fields={['page']} />
    </Interior>
  );
}
