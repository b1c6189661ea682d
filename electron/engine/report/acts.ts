import type { LabInput, LabOutput } from '../../../shared/ipc/lab-commands.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Lab } from '../store/lab.ts';

/** As many as somebody would read back. */
const MOST = 50;

interface Row {
  readonly id: number;
  readonly at: number;
  readonly verb: string;
  readonly detail: string;
}

/** `acts`: what people did to the lab after a number, by whatever program; see the contract. Never fails. */
export function actsReport(lab: Lab, input: LabInput<'acts'>): Result<LabOutput<'acts'>> {
  const last = lab.get<{ id: number | null }>('SELECT max(id) AS id FROM act')?.id ?? 0;
  if (input.after === undefined) return ok({ last, acts: [] });
  const rows = lab.all<Row>(
    'SELECT id, at, verb, detail FROM act WHERE id > ? ORDER BY id DESC LIMIT ?',
    input.after,
    MOST,
  );
  const acts = rows
    .reverse()
    .map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
  return ok({ last, acts });
}
