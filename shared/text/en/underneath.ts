/** Sentences of the pane that tells what happens underneath. All wording is ours. */
export const UNDERNEATH_TEXT = {
  'underneath.title': 'What is happening underneath',
} as const;
