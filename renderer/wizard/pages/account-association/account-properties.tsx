import { useState } from 'react';
import type { AccountMatch } from '../../../../shared/lab/run-plan.ts';
import { text } from '../../../../shared/text/text.ts';
import { LOGON_ID_LIMIT } from '../../../../shared/wizard/logon-id.ts';
import { PropertySheet } from '../../../kit/dialog/property-sheet.tsx';
import { Breakable } from '../../../kit/breakable.tsx';
import { Edit } from '../../../kit/edit.tsx';
import { useSend } from '../../../stores/wizard-hooks.ts';

interface AccountPropertiesProps {
  readonly match: AccountMatch;
  readonly onClose: () => void;
}

/** Mail Account Properties: Full Name and Logon ID of a new account (EXADM). */
export function AccountProperties({ match, onClose }: AccountPropertiesProps) {
  const send = useSend();
  const [fullName, setFullName] = useState(match.fullName);
  const [logonId, setLogonId] = useState(match.logonId);
  const fixed = match.created === null;
  return (
    <PropertySheet
      caption={text('wizard.properties.title')}
      okLabel={text('wizard.properties.ok')}
      cancelLabel={text('wizard.properties.cancel')}
      closeLabel={text('window.close')}
      onCancel={onClose}
      onOk={() => {
        if (!fixed) send({ type: 'choose-match', alias: match.alias, choice: { fullName, logonId } });
        onClose();
      }}
      tabs={[
        {
          id: 'general',
          title: text('wizard.properties.general'),
          content: (
            <div className="properties-fields">
              <Edit
                label={text('wizard.properties.full-name')}
                value={fullName}
                onChange={setFullName}
                isReadOnly={fixed}
                autoFocus
              />
              <Edit
                label={text('wizard.properties.logon-id')}
                value={logonId}
                onChange={setLogonId}
                isReadOnly={fixed}
                maxLength={LOGON_ID_LIMIT}
              />
              <dl className="rule-details selectable">
                <dt>{text('wizard.account-association.column.match')}</dt>
                <dd>{text(`match.${match.kind}`)}</dd>
                <dt>{text('wizard.account-association.column.existing')}</dt>
                <dd>
                  <Breakable text={match.existing ?? text('wizard.account-association.none')} />
                </dd>
                <dt>{text('wizard.account-association.column.new')}</dt>
                <dd>
                  <Breakable text={match.created ?? text('wizard.account-association.none')} />
                </dd>
              </dl>
              <p className="hint">
                {match.note ??
                  text(
                    match.definite
                      ? 'wizard.account-association.definite'
                      : 'wizard.account-association.disabled-note',
                  )}
              </p>
            </div>
          ),
        },
      ]}
    />
  );
}
