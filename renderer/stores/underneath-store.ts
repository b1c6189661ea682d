import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { fromAct } from '../../shared/underneath/from-act.ts';
import { fromJournal } from '../../shared/underneath/from-journal.ts';
import { fromWizard } from '../../shared/underneath/from-wizard.ts';
import type { Depth, Sentence } from '../../shared/underneath/sentence.ts';
import { ask, on, overhear } from '../bridge.ts';
import { followActs } from './follow-acts.ts';
import { actOf } from './overheard-acts.ts';

export interface Told {
  readonly id: number;
  readonly lab: string;
  readonly sentence: Sentence;
}

interface UnderneathState {
  /** The newest last. */
  readonly told: readonly Told[];
  readonly depths: Readonly<Record<Depth, boolean>>;
}

/** As many sentences as somebody would read back. */
const KEPT = 400;

export const underneathStore = createStore<UnderneathState>(() => ({
  told: [],
  depths: { click: true, step: true, protocol: true },
}));

export function useUnderneath<T>(select: (state: UnderneathState) => T): T {
  return useStore(underneathStore, select);
}

export function showDepth(depth: Depth, isShown: boolean): void {
  underneathStore.setState(({ depths }) => ({ depths: { ...depths, [depth]: isShown } }));
}

export function clearUnderneath(): void {
  underneathStore.setState({ told: [] });
}

let nextId = 1;

function tell(lab: string, sentences: readonly Sentence[]): void {
  if (sentences.length === 0) return;
  const added = sentences.map((sentence) => ({ id: nextId++, lab, sentence }));
  underneathStore.setState(({ told }) => ({ told: [...told, ...added].slice(-KEPT) }));
}

/** How far the journal of a lab's run has been read, and what was said of it meanwhile. */
interface Reading {
  run: number;
  after: number;
  wanted: number;
  busy: boolean;
}

/** Nobody reads faster; at full speed a run writes hundreds of lines in this time, of which the last are told. */
const REST_MS = 250;

async function readOn(lab: string, reading: Reading): Promise<void> {
  if (reading.busy || reading.wanted <= reading.after) return;
  reading.busy = true;
  const { run, after } = reading;
  const answer = await ask('lab:journal', { lab, run, after });
  setTimeout(() => {
    reading.busy = false;
    void readOn(lab, reading);
  }, REST_MS);
  if (reading.run !== run) return;
  if (!answer.ok) {
    // The next news asks again.
    reading.wanted = after;
    return;
  }
  const last = answer.value.lines.at(-1)?.seq ?? after;
  tell(lab, answer.value.lines.flatMap(fromJournal));
  reading.after = last;
  // The end of a run tells no number: then everything there is has been asked for.
  if (reading.wanted === Number.POSITIVE_INFINITY) reading.wanted = last;
}

/** Follows every wizard's window, every run and everything this window does to a lab; the answer ends that. */
export function followUnderneath(): () => void {
  const readings = new Map<string, Reading>();
  const want = (lab: string, run: number, journal: number): void => {
    const known = readings.get(lab);
    const reading = known?.run === run ? known : { run, after: 0, wanted: 0, busy: false };
    readings.set(lab, reading);
    reading.wanted = Math.max(reading.wanted, journal);
    void readOn(lab, reading);
  };
  const others = followActs((lab, act) => tell(lab, fromAct(act)));
  const ends = [
    others.end,
    on('wizard-moved', ({ lab, page, pressed, mode }) => tell(lab, fromWizard({ page, pressed, mode }))),
    on('run', ({ lab, news }) => want(lab, news.run, news.journal)),
    on('run-ended', ({ lab, report }) => {
      if (report.run !== null) want(lab, report.run, Number.POSITIVE_INFINITY);
    }),
    overhear((name, input, answer) => {
      const heard = answer.ok ? actOf(name, input, answer.value) : null;
      if (heard === null) return;
      others.own(heard.lab, heard.act);
      tell(heard.lab, fromAct(heard.act));
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
