import { useState } from 'react';
import type { CommandOutput } from '../../../shared/ipc/app-commands.ts';
import { isTextKey, text } from '../../../shared/text/text.ts';
import type { Column } from '../../kit/list-view/columns.ts';
import { ListView } from '../../kit/list-view/list-view.tsx';
import { useAsk } from '../../stores/use-ask.ts';
import { AskedView } from '../parts/asked-view.tsx';
import { useRevision } from '../panes/use-lab.ts';
import { BytesView } from './bytes-view.tsx';
import type { ShownIdentifier } from './identifiers.tsx';
import './browse.css';

type Holdings = CommandOutput<'lab:holdings'>;
export type HoldingsPart = 'rules' | 'people' | 'references';

interface HoldingsViewProps {
  readonly lab: string;
  readonly mailbox: number;
  readonly part: HoldingsPart;
}

/** One thing that refers to an identifier: where it is, what it is, where it leads, its bytes. */
interface Row {
  readonly key: string;
  readonly what: string;
  readonly where: string;
  readonly leads: string;
  readonly identifier: ShownIdentifier | null;
}

/** What in a mailbox refers to folders, messages and people, where that leads today, and the bytes behind it. */
export function HoldingsView({ lab, mailbox, part }: HoldingsViewProps) {
  const asking = useAsk('lab:holdings', { lab, mailbox }, useRevision(lab));
  const [key, setKey] = useState<string | null>(null);
  return (
    <AskedView asking={asking}>
      {(holdings) => {
        const rows = ROWS[part](holdings);
        const chosen = rows.find((row) => row.key === key) ?? rows[0];
        const identifier = chosen?.identifier ?? null;
        return (
          <div className="browse-fill">
            <ListView
              label={text(`browse.mailbox.tab.${part}`)}
              columns={columns(part)}
              rows={rows}
              rowKey={(row) => row.key}
              selectedKey={chosen?.key ?? null}
              onSelect={(row) => setKey(row.key)}
              empty={text(`browse.${part}.empty`)}
            />
            {identifier !== null && (
              <BytesView
                key={`${chosen?.key} ${identifier.hex}`}
                label={text('browse.bytes.of', { name: identifier.names })}
                kind={identifier.kind}
                hex={identifier.hex}
              />
            )}
          </div>
        );
      }}
    </AskedView>
  );
}

function pathText(path: readonly string[] | null): string {
  return path === null ? text('browse.leads-nowhere') : path.join('\\');
}

function rulesOf({ rules }: Holdings): readonly Row[] {
  return rules.map((rule, at) => ({
    key: `${at}`,
    what: rule.name,
    where: rule.does
      .map(({ op }) => {
        const known = `browse.op.${op}`;
        return isTextKey(known) ? text(known) : op;
      })
      .join(', '),
    leads: rule.does
      .filter(({ op }) => op === 'move' || op === 'copy')
      .map(({ leads }) => pathText(leads))
      .join(', '),
    identifier: { id: 'rule-actions', kind: 'ruleActions', names: rule.name, hex: rule.actions },
  }));
}

/** Rights as a role of Outlook where they are one (MS-OXCPERM), else as the number. */
function rightsText(rights: number): string {
  const known = `browse.rights.${rights}`;
  return isTextKey(known) ? text(known) : `0x${rights.toString(16)}`;
}

function peopleOf({ delegates, permissions }: Holdings): readonly Row[] {
  const person = (entry: {
    name: string;
    resolves: boolean;
    entryId: string;
  }): Omit<Row, 'key' | 'where'> => ({
    what: entry.name,
    leads: text(entry.resolves ? 'browse.resolves' : 'browse.resolves-not'),
    identifier:
      entry.entryId === ''
        ? null
        : { id: 'person', kind: 'addressBookEntryId', names: entry.name, hex: entry.entryId },
  });
  return [
    ...delegates.map(
      (entry, at): Row => ({ key: `d${at}`, ...person(entry), where: text('browse.delegate') }),
    ),
    ...permissions.map(
      (entry, at): Row => ({
        key: `p${at}`,
        ...person(entry),
        where: text('browse.permission', {
          folder: entry.folder.join('\\'),
          rights: rightsText(entry.rights),
        }),
      }),
    ),
  ];
}

function referencesOf({ references, searchFolders, receiveFolders }: Holdings): readonly Row[] {
  return [
    ...references.map(
      (entry, at): Row => ({
        key: `r${at}`,
        what: entry.name,
        where: text('browse.reference.property'),
        leads: pathText(entry.leads),
        identifier: { id: 'reference', kind: entry.kind, names: entry.name, hex: entry.hex },
      }),
    ),
    ...searchFolders.flatMap((folder, at) =>
      folder.scope.map(
        (scope, ord): Row => ({
          key: `s${at}.${ord}`,
          what: folder.name,
          where: text('browse.reference.scope'),
          leads: pathText(scope.leads),
          identifier: { id: 'scope', kind: 'shortId', names: folder.name, hex: scope.fid },
        }),
      ),
    ),
    ...receiveFolders.map(
      (entry, at): Row => ({
        key: `f${at}`,
        what: entry.messageClass === '' ? text('browse.reference.any-class') : entry.messageClass,
        where: text('browse.reference.receive'),
        leads: pathText(entry.leads),
        identifier: { id: 'scope', kind: 'shortId', names: entry.messageClass, hex: entry.fid },
      }),
    ),
  ];
}

const ROWS: Readonly<Record<HoldingsPart, (holdings: Holdings) => readonly Row[]>> = {
  rules: rulesOf,
  people: peopleOf,
  references: referencesOf,
};

function columns(part: HoldingsPart): readonly Column<Row>[] {
  return [
    { id: 'what', title: text(`browse.${part}.what`), width: 'fill', text: (row) => row.what },
    { id: 'where', title: text(`browse.${part}.where`), width: 190, text: (row) => row.where },
    { id: 'leads', title: text(`browse.${part}.leads`), width: 170, text: (row) => row.leads },
  ];
}
