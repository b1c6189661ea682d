/** Sentences of the About box. All wording is ours. */
export const ABOUT_TEXT = {
  'about.open': 'About',
  'about.caption': 'About Migration Wizard Lab',
  'about.version': 'Migration Wizard Lab, version {version}',
  'about.runtime': 'Electron {electron}, Chromium {chrome}, Node {node}',
  'about.stand-in':
    'This is a test build on a stand-in runtime, an older Electron. It is for trying and testing, and is never published.',
  'about.not-affiliated':
    'Not affiliated with Microsoft. Exchange, Outlook and Windows are named only to say what is recreated.',
  'about.own-licence': 'MIT licence. Identifiers and synchronization follow the open specifications.',
  'about.parts': 'What others made of it, under their own licences:',
  'about.list': 'Parts and their licences',
  'about.column.name': 'Part',
  'about.column.version': 'Version',
  'about.column.licence': 'Licence',
  'about.text': 'Licence of {name}',
  'about.choose': 'Select a part to read its licence.',
  'about.specifications': '&Specifications...',
  'about.font-licence': '&Font licence...',
  'about.close': 'Close',
} as const;
