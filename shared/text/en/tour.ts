/** Sentences of the guided tour. All wording is ours; what is said of the original carries its evidence in the steps. */
export const TOUR_TEXT = {
  'tour.name': 'Guided tour',
  'tour.open': 'Guided tour (F1)',
  'tour.progress': 'Step {number} of {count}',
  'tour.done': 'Done',
  'tour.skipped': 'Skipped',
  'tour.what': 'What to do, and what to look at',
  'tour.show': 'Show me',
  'tour.back': '< Back',
  'tour.next': 'Next >',
  'tour.skip': 'Skip step',
  'tour.finish': 'Finish',
  'tour.leave': 'Leave',
  'tour.dock.right': 'Dock on the right',
  'tour.dock.bottom': 'Dock at the bottom',
  'tour.left': 'The tour was left at step {number} of {count}; Guided tour or F1 goes on there.',
  'tour.finished': 'The tour is over. Guided tour or F1 begins it again.',
  'tour.other-lab':
    'The tour leads through the first rehearsal, and the lab at hand is another: select the sample lab in the tree, or make one with New lab.',
  'tour.no-lab': 'The tour leads through the first rehearsal: open the sample lab, or make one with New lab.',

  'tour.welcome.title': 'A rehearsal of a migration',
  'tour.welcome.act':
    "Look at the tree on the left: two organizations, the migration server between them, and everybody's workstation.",
  'tour.welcome.look':
    'Eight people are to move from one Exchange organization to another; all of it is simulated, and no mail of yours is touched.',
  'tour.welcome.look-marks':
    'Where the tour says something of the original, a mark stands behind it: open the mark for the source.',

  'tour.default-run.title': 'The default mode',
  'tour.default-run.act':
    'Start the Migration Wizard, choose Select All on the page Account Migration, and press Next to the end.',
  'tour.default-run.look':
    'All accounts and mailboxes are created first; then the data is moved, mailbox by mailbox.',
  'tour.default-run.look-merge':
    'This mode merges mail, and what it makes anew gets identifiers that never existed before.',

  'tour.outlook-before.title': 'Outlook before ExProfRe',
  'tour.outlook-before.act': 'Select clara.berg under Workstations, and press Synchronize.',
  'tour.outlook-before.look':
    'Read the first line of what happened: Outlook connected to the mailbox in the source organization.',
  'tour.outlook-before.look-profile': 'A migration alone changes no profile; ExProfRe does that afterwards.',

  'tour.exprofre.title': 'ExProfRe switches the profiles',
  'tour.exprofre.act': 'Press ExProfRe for everybody under Workstations, and read what it did.',
  'tour.exprofre.look': 'Every profile points to the target now, and the offline address book is reset.',
  'tour.exprofre.look-ost':
    'otto.lind has Outlook 2000, and his .ost was renamed; ExProfRe leaves the .ost of Outlook 2003 alone.',

  'tour.outlook-refused.title': 'The .ost is refused',
  'tour.outlook-refused.act':
    'Select lars.holt under Workstations, press Synchronize, and answer Outlook with Connect.',
  'tour.outlook-refused.look':
    'The identifiers are new, so the .ost is refused, and everything is downloaded again.',
  'tour.outlook-refused.look-stranded':
    'Three items that he wrote offline were never sent: they are stranded in the old file.',

  'tour.undo.title': 'Back to before the run',
  'tour.undo.act':
    'Press Go back in the presenter bar, and choose the copy from before the run in default mode.',
  'tour.undo.look': 'The lab copies itself before each run and each act, so that one can try the other way.',
  'tour.undo.look-original':
    'In the original one deletes what the run created, waits until that has replicated, and starts again.',

  'tour.clone-refused.title': 'Clone mode is refused',
  'tour.clone-refused.act': 'Press Run, and start mailmig.exe /m.',
  'tour.clone-refused.look':
    'The lab refuses and names the article, KB919235: Service Pack 2 and the hotfix are missing.',
  'tour.clone-refused.look-own': 'The refusal is the policy of the lab; Mailmig itself would have started.',

  'tour.start-anyway.title': 'Started anyway, it fails',
  'tour.start-anyway.act':
    'In that wizard choose Start anyway, as the original would, then all accounts, and press Next to the end.',
  'tour.start-anyway.look':
    'The run fails at the very first mailbox, for page heap is on for Mailmig.exe; Runs shows it.',
  'tour.start-anyway.look-heap':
    'Without page heap it fails as well; at which mailbox is not documented, and the lab draws it from its seed.',

  'tour.undo-again.title': 'Back once more',
  'tour.undo-again.act': 'Press Go back, and choose the copy from before the run in clone mode.',
  'tour.undo-again.look':
    'A mailbox that a failed run has begun to fill is initialized: the next run would merge into it instead of cloning.',

  'tour.hotfix-refused.title': 'The hotfix wants Service Pack 2',
  'tour.hotfix-refused.act': 'Under Migration server select KB919235, and press Install.',
  'tour.hotfix-refused.look': 'It is refused: Service Pack 2 has to be installed before this hotfix.',

  'tour.fixes.title': 'Service Pack 2, then the hotfix',
  'tour.fixes.act': 'Install E2003SP2 first, and then KB919235.',
  'tour.fixes.look': 'Mlmig32.dll stands at 6.5.7651.29 now, see the tab Files; nothing has to be restarted.',

  'tour.clone-run.title': 'Clone mode, with the fixes',
  'tour.clone-run.act':
    'Press Run and start mailmig.exe /m again, choose all accounts, and press Next to the end.',
  'tour.clone-run.look': 'Everything is copied as it is: folder IDs, other special identifiers, and rules.',
  'tour.clone-run.look-fallback':
    'Two mailboxes were initialized before their data came, and are merged instead; the comparison will tell why.',

  'tour.outlook-kept.title': 'Nobody waits',
  'tour.outlook-kept.act':
    'Press ExProfRe for everybody under Workstations, then select lars.holt and press Synchronize.',
  'tour.outlook-kept.look':
    'The .ost is accepted: no item is downloaded, and the three items of the laptop go up.',
  'tour.outlook-kept.look-book':
    'Only the offline address book comes anew, for ExProfRe resets it in both modes.',

  'tour.rules.title': 'The rules work on',
  'tour.rules.act': 'Under Runs open What became of everything, and select clara.berg.',
  'tour.rules.look': 'Clone mode brings the rules along with everything else.',
  'tour.rules.look-translated':
    'A rule names its folder by a short ID, and that was translated for the target database.',

  'tour.comparison.title': 'Both modes side by side',
  'tour.comparison.act':
    'Go back to the copy from before the run in clone mode, then open Comparison and press Run both modes.',
  'tour.comparison.look-mail':
    'Select the mode of ines.moor on the clone side: mail arrived between the stages, so her mailbox was merged.',
  'tour.comparison.look-logon':
    'Then that of tess.ryde: somebody had logged on to her target mailbox before, and it was merged, too.',

  'tour.what-next.title': 'What next',
  'tour.what-next.act': 'Fork this lab, or make another with New lab, and let things happen to it.',
  'tour.what-next.look':
    'The presenter bar lets mail arrive and people log on in the middle of a run; Go back takes it all back.',
  'tour.what-next.look-line':
    'The same wizard and engine work from the command line: mailmig takes the switches of the original, lab does the rest.',
} as const;
