/** What is said after a crash. All wording is ours. */
export const CRASH_TEXT = {
  'crash.caption': 'Migration Wizard Lab',
  'crash.page': 'This window stopped working and is opened again.',
  'crash.page.detail':
    'Labs are safe: the engine that works on them goes on. What happened: {reason}.\n\n{report}',
  'crash.page.again': 'Open again',
  'crash.page.close': 'Close the window',
  'crash.app':
    'Migration Wizard Lab stopped by a fault of its own. Labs are safe: start it again, and it opens the last one; a run that was going on can be continued.\n\nWhat happened: {reason}\n\n{report}',
  'crash.engine': '{reason} {report}',
  'crash.report': 'A report, which nobody has been sent, is in {file}',
  'crash.no-report': 'A report could not be written.',
} as const;
