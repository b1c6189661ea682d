import { useEffect, useState } from 'react';
import type { Why } from '../../shared/evidence.ts';
import type { ReportFact } from '../../shared/wizard/facts.ts';
import { ask } from '../bridge.ts';
import { useWindow } from './wizard-hooks.ts';

const NONE: readonly Why[] = [];

/** Why a run failed as a whole, where no single account did; empty until it is known, and of every other run. */
export function useRunWhy(report: ReportFact | null): readonly Why[] {
  const lab = useWindow((state) => state.context.lab);
  const [known, setKnown] = useState<{ readonly run: number; readonly why: readonly Why[] } | null>(null);
  const run = report?.state === 'failed' ? report.run : null;
  useEffect(() => {
    let gone = false;
    if (run === null) return;
    void ask('lab:runs', { lab }).then((answer) => {
      if (gone || !answer.ok) return;
      setKnown({ run, why: answer.value.runs.find((each) => each.run === run)?.why ?? NONE });
    });
    return () => {
      gone = true;
    };
  }, [lab, run]);
  return known !== null && known.run === run ? known.why : NONE;
}
