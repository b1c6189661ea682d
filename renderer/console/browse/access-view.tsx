import type { ReactNode } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { text } from '../../../shared/text/text.ts';
import { useAsk } from '../../stores/use-ask.ts';
import { Icon } from '../icons.tsx';
import { AskedView } from '../parts/asked-view.tsx';
import { EvidenceBadge } from '../parts/evidence-badge.tsx';
import { useRevision } from '../panes/use-lab.ts';
import './browse.css';

type Access = CommandOutput<'lab:access'>;

interface AccessViewProps {
  readonly lab: string;
  readonly mailbox: number;
}

/** Who logs on to a mailbox and how: the account in the source, the disabled one in the target, the trust between them. */
export function AccessView({ lab, mailbox }: AccessViewProps) {
  const asking = useAsk('lab:access', { lab, mailbox }, useRevision(lab));
  return <AskedView asking={asking}>{(access) => <AccessPicture access={access} />}</AskedView>;
}

export function AccessPicture({ access }: { readonly access: Access }) {
  const { owner, external, how } = access;
  const domain = access.org === 'source' ? access.sourceDomain : access.targetDomain;
  return (
    <div className="browse-fill">
      <p>
        <strong>{text(`browse.access.${how}`, { name: owner.displayName })}</strong>{' '}
        <EvidenceBadge evidence={access} />
      </p>
      <div className="access-picture">
        <AccountBox
          title={text('browse.access.logs-on')}
          account={how === 'own-account' ? owner : external}
          domain={how === 'own-account' ? domain : access.sourceDomain}
          missing={text('browse.access.nobody')}
        />
        <div className="access-arrow" data-state={access.opens ? 'good' : 'bad'}>
          <Arrow isWhole={access.opens} />
          <span>{how === 'own-account' ? text('browse.access.directly') : trustText(access)}</span>
        </div>
        <AccountBox title={text('browse.access.mailbox-of')} account={owner} domain={domain} missing="" />
      </div>
      <p className="pane-note">{text(`browse.access.${how}.about`)}</p>
    </div>
  );
}

function trustText({ trustsSource, sourceDomain, targetDomain }: Access): string {
  return text(trustsSource ? 'browse.access.trust' : 'browse.access.no-trust-line', {
    source: sourceDomain,
    target: targetDomain,
  });
}

interface AccountBoxProps {
  readonly title: string;
  readonly account: Access['external'] | Access['owner'];
  readonly domain: string;
  readonly missing: string;
}

function AccountBox({ title, account, domain, missing }: AccountBoxProps): ReactNode {
  return (
    <section
      className="access-box selectable"
      aria-label={title}
      data-state={account?.enabled === true ? 'on' : 'off'}
    >
      <span className="pane-note">{title}</span>
      {account === null ? (
        <p>{missing}</p>
      ) : (
        <>
          <h2>
            <Icon name="people" /> {account.displayName}
          </h2>
          {account.logonName !== null && (
            <p>
              {domain}\{account.logonName}
            </p>
          )}
          <p>{text(account.enabled ? 'browse.access.enabled' : 'browse.access.disabled')}</p>
          <p className="pane-note">{account.dn}</p>
          <p className="pane-note">{account.sid ?? ''}</p>
        </>
      )}
    </section>
  );
}

function Arrow({ isWhole }: { readonly isWhole: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 100 24" width="100" height="24" aria-hidden="true">
      <path
        d={isWhole ? 'M4 12h80' : 'M4 12h34M62 12h22'}
        stroke="currentColor"
        strokeWidth="3"
        strokeDasharray={isWhole ? undefined : '6 4'}
      />
      <path d="M82 4l14 8-14 8z" fill="currentColor" />
      {!isWhole && <path d="M43 5l14 14M57 5 43 19" stroke="currentColor" strokeWidth="3" />}
    </svg>
  );
}
