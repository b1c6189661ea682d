import { expect, test } from 'vitest';
import { labsStore, learnLab } from './labs-store.ts';

const ONE = { lab: 'lab-1', name: 'One', display: '/One.mwlab' };
const TWO = { lab: 'lab-2', name: 'Two', display: '/Two.mwlab' };

test('a lab that an answer names is there before the news of it, and once', () => {
  labsStore.setState({ labs: { open: [ONE], recent: [], preparing: null, problem: null } });
  learnLab(TWO);
  learnLab(TWO);
  learnLab(ONE);
  expect(labsStore.getState().labs?.open).toEqual([ONE, TWO]);
});
