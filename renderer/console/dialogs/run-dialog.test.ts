import { describe, expect, it } from 'vitest';
import { modeOf } from './run-dialog.tsx';

describe('the Run box', () => {
  it.each([
    ['mailmig.exe /m', 'clone'],
    ['MAILMIG /M', 'clone'],
    ['"D:\\Program Files\\Exchsrvr\\bin\\mailmig.exe" /m', 'clone'],
    ['D:\\Exchsrvr\\bin\\mailmig.exe', 'default'],
    ['  mailmig  ', 'default'],
    ['notepad', null],
    ['mailmig /x', null],
    ['', null],
  ])('takes %j for %s', (command, mode) => {
    expect(modeOf(command)).toBe(mode);
  });
});
