import { modelled } from '../../evidence.ts';
import type { Complaint } from './complaint.ts';
import type { KeywordLine } from './control-file.ts';
import { parseControlDate } from './date.ts';
import type { KeywordSpec } from './keywords.ts';
import { nearest } from './near-miss.ts';

const OURS = "The lab's own wording: the original's message for this is not documented";

/** `/o=Org/ou=Site/cn=...`, or an Active Directory name `CN=...,DC=...`. */
const DISTINGUISHED = /^(\/o=[^/]+(\/(ou|cn)=[^/]+)+|(cn|ou|dc|o)=[^,]+(,\s*(cn|ou|dc|o)=[^,]+)+)$/i;
/** `Recipients/cn=users/cn=accnting` (Q198957), a full name, or `none` as its FILE sample has it. */
const CONTAINER = /^(none|[^/=,]+(\/cn=[^/]+)*)$/i;
/** Characters that no path of Windows holds behind its drive. */
const NOT_IN_PATHS = /[<>"|?*]/;

function wrong(value: string, spec: KeywordSpec): string | null {
  switch (spec.kind) {
    case 'choice': {
      if (spec.values.some((known) => known.toLowerCase() === value.toLowerCase())) return null;
      const meant = nearest(value, spec.values);
      return `takes ${spec.values.join(', ')}, not "${value}"${meant === null ? '' : `; did you mean ${meant}?`}`;
    }
    case 'date':
      return parseControlDate(value) === null
        ? `takes a date as YYYYMMDDHHMMSS, and "${value}" is none`
        : null;
    case 'port': {
      const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
      return port >= 1 && port <= 65_535 ? null : `takes a port from 1 to 65535, not "${value}"`;
    }
    case 'dn':
      return DISTINGUISHED.test(value)
        ? null
        : `takes a distinguished name such as /o=Organization/ou=Site/cn=Recipients/cn=alias, not "${value}"`;
    case 'container':
      return CONTAINER.test(value) || DISTINGUISHED.test(value)
        ? null
        : `takes a container such as Recipients/cn=users, by its directory name, not "${value}"`;
    case 'path':
      return NOT_IN_PATHS.test(value)
        ? `takes a path, and "${value}" holds a character that no path has`
        : null;
    case 'name':
      return null;
  }
}

/** What is wrong with the value of one line, or nothing. An empty value is wrong wherever the default is not empty itself. */
export function checkValue(line: KeywordLine, number: number, spec: KeywordSpec): Complaint[] {
  const emptyAllowed = spec.keyword === 'Template' || spec.keyword === 'NTDomain';
  const fault =
    line.value === ''
      ? emptyAllowed
        ? null
        : 'has no value: write one behind the comma, or remove the line'
      : wrong(line.value, spec);
  if (fault === null) return [];
  return [
    {
      severity: 'error',
      line: number,
      column: line.valueColumn,
      text: `The keyword ${spec.keyword} ${fault}.`,
      event: null,
      ...modelled(OURS),
    },
  ];
}
