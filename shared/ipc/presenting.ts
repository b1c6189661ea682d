/* Choices that pages offer and the contract checks; apart from the schemas, so that pages need not carry those. */

/** Size of everything in the windows, in per cent. */
export const TEXT_SIZES = [100, 125, 150, 200] as const;

/** What a person can press in the wizard's window; `page` alone tells that another page has come. */
export const WIZARD_PRESSES = [
  'page',
  'next',
  'back',
  'cancel',
  'finish',
  'help',
  'pause',
  'resume',
  'step',
  'pace',
  'choose-accounts',
  'choose-match',
  'install-fixes',
  'use-default-mode',
  'start-anyway',
  'continue-interrupted',
] as const;
