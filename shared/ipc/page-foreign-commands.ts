import { FOREIGN_BROWSE_COMMANDS as OF_FILE } from './foreign-browse-commands.ts';
import { labId } from './page-shapes.ts';

const ofFile = { file: true } as const;
const lab = { lab: labId };

/** The commands of looking around in post offices and migration files as pages ask them: a lab's id in place of the file. */
export const PAGE_FOREIGN_COMMANDS = {
  'lab:post-offices': {
    input: OF_FILE['post-offices'].input.omit(ofFile).extend(lab),
    output: OF_FILE['post-offices'].output,
  },
  'lab:po-users': {
    input: OF_FILE['po-users'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-users'].output,
  },
  'lab:po-folders': {
    input: OF_FILE['po-folders'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-folders'].output,
  },
  'lab:po-user': {
    input: OF_FILE['po-user'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-user'].output,
  },
  'lab:po-lists': {
    input: OF_FILE['po-lists'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-lists'].output,
  },
  'lab:po-folder': {
    input: OF_FILE['po-folder'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-folder'].output,
  },
  'lab:po-messages': {
    input: OF_FILE['po-messages'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-messages'].output,
  },
  'lab:po-message': {
    input: OF_FILE['po-message'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-message'].output,
  },
  'lab:po-programs': {
    input: OF_FILE['po-programs'].input.omit(ofFile).extend(lab),
    output: OF_FILE['po-programs'].output,
  },
  'lab:public-folders': {
    input: OF_FILE['public-folders'].input.omit(ofFile).extend(lab),
    output: OF_FILE['public-folders'].output,
  },
  'lab:public-messages': {
    input: OF_FILE['public-messages'].input.omit(ofFile).extend(lab),
    output: OF_FILE['public-messages'].output,
  },
  'lab:public-message': {
    input: OF_FILE['public-message'].input.omit(ofFile).extend(lab),
    output: OF_FILE['public-message'].output,
  },
  'lab:file-sets': {
    input: OF_FILE['file-sets'].input.omit(ofFile).extend(lab),
    output: OF_FILE['file-sets'].output,
  },
  'lab:file-text': {
    input: OF_FILE['file-text'].input.omit(ofFile).extend(lab),
    output: OF_FILE['file-text'].output,
  },
} as const;
