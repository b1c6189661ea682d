import { type FaultKind, type FormatFault, fault } from '../../../shared/formats/migration-files/fault.ts';
import type { Pointer } from '../../../shared/formats/migration-files/pointer.ts';
import type { PartPlace } from '../../../shared/formats/migration-files/secondary-reader.ts';
import { type MessageRow, readMessageRow } from '../../../shared/formats/migration-files/message-row.ts';
import { type PabRow, readPabRow } from '../../../shared/formats/migration-files/pab-row.ts';
import type { PrimaryItem } from '../../../shared/formats/migration-files/primary-reader.ts';
import type { Failure } from '../../../shared/result.ts';
import type { SecondaryFiles } from './secondary-files.ts';

type Row = Extract<PrimaryItem, { kind: 'row' }>;

/** What is wrong with a row; where a secondary file is to blame, which and where. */
export interface RowFault extends FormatFault {
  readonly secondary: Pointer | null;
}

/** A message and where its body and attachments stand. */
export interface FoundMessage {
  readonly row: MessageRow;
  readonly pointer: Pointer | null;
  readonly parts: readonly PartPlace[];
}

export type RowResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: RowFault };

function faultOf(failure: Failure, row: Row): RowFault {
  const { file, offset } = failure.details ?? {};
  const secondary = typeof file === 'string' && typeof offset === 'number' ? { file, offset } : null;
  return { ...fault(failure.code as FaultKind, row.place, failure.message), secondary };
}

/** Reads a row of a MAILMESSAGE section with everything it points to, up to the data itself. */
export function messageOf(row: Row, secondaries: SecondaryFiles): RowResult<FoundMessage> {
  const read = readMessageRow(row.fields, secondaries.text);
  if (!read.ok) return { ok: false, fault: faultOf(read.failure, row) };
  const { body } = read.value;
  if (body.kind === 'text') return { ok: true, value: { row: read.value, pointer: null, parts: [] } };
  const parts = secondaries.parts(body.pointer);
  if (!parts.ok) return { ok: false, fault: faultOf(parts.failure, row) };
  return { ok: true, value: { row: read.value, pointer: body.pointer, parts: parts.value } };
}

/** Reads a row of a PAB section. */
export function pabEntryOf(row: Row, secondaries: SecondaryFiles): RowResult<PabRow> {
  const read = readPabRow(row.fields, secondaries.text);
  return read.ok ? read : { ok: false, fault: faultOf(read.failure, row) };
}
