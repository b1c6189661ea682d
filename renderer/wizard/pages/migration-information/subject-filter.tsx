import { useState } from 'react';
import { text } from '../../../../shared/text/text.ts';
import { TextBox } from '../../../kit/text-box.tsx';
import { useSend, useWizard } from '../../../stores/wizard-hooks.ts';

/** One prefix per line. What is being typed stays as it is; empty lines count for nothing. */
export function SubjectFilter() {
  const send = useSend();
  const prefixes = useWizard((state) => state.answers.subjectPrefixes);
  const [typed, setTyped] = useState(prefixes.join('\n'));
  return (
    <TextBox
      label={text('wizard.migration-information.subjects')}
      value={typed}
      rows={4}
      onChange={(lines) => {
        setTyped(lines);
        const subjectPrefixes = lines.split('\n').filter((line) => line.trim() !== '');
        send({ type: 'set', answers: { subjectPrefixes } });
      }}
    />
  );
}
