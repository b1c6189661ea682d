import type { TwinNews, TwinReport } from '../../../shared/ipc/comparison-commands.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { text } from '../../../shared/text/text.ts';
import { guarded } from '../guarded.ts';

const NEWS_MS = 100;

/** A twin run that goes on in this process. */
export interface RunningTwin {
  /** How it ended. Failure codes: twin-cancelled, and those of `twinRun`. */
  readonly done: Promise<Result<TwinReport>>;
  cancel(): void;
}

/** Works through a twin run and lets go of the thread between its steps. @param onNews told at most ten times a second */
export function driveTwin(
  steps: Generator<TwinNews, Result<TwinReport>, void>,
  onNews: (news: TwinNews) => void,
): RunningTwin {
  let cancelled = false;
  const work = async (): Promise<Result<TwinReport>> => {
    let told = -NEWS_MS;
    try {
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (performance.now() - told >= NEWS_MS) {
          told = performance.now();
          onNews(step.value);
        }
        await new Promise((resolve) => setImmediate(resolve));
        if (cancelled) return fail('twin-cancelled', text('failure.twin-cancelled'));
      }
    } finally {
      steps.return(fail('twin-cancelled', ''));
    }
  };
  return {
    done: guarded(work),
    cancel: () => {
      cancelled = true;
    },
  };
}
