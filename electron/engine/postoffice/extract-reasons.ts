import { documented, modelled, type Why } from '../../../shared/evidence.ts';

const why = (rule: string, grounds: Omit<Why, 'rule'>): Why => ({ rule, ...grounds });

/** Why an extraction did what it did. The words stand in shared/text under `rule.` and the rule. */
export const EXTRACT_REASONS = {
  memoryError: why('q251018-memory-error', documented('Q251018')),
  stepsOpen: why(
    'q251018-steps',
    modelled(
      'The fix is installed by the steps of the article; what happens when one is left out is inferred',
      'Q251018',
    ),
  ),
  os2: why('q183590-memory-error', documented('Q183590')),
  hang: why(
    'q152500-hang',
    modelled('The article says that the wizard hangs; the lab ends the run instead of hanging', 'Q152500'),
  ),
  wrongPrograms: why('q174740-wrong-programs', documented('Q174740')),
  database: why(
    'q258220-database',
    modelled('That DB7 is not supported is documented; how the wizard refuses it is not', 'Q258220'),
  ),
  damaged: why(
    'damaged-post-office',
    modelled(
      'That a post office is corrupted is documented; what Export does with one is inferred',
      'Q179072, Q248195',
    ),
  ),
  illegalName: why('q238850-illegal-name', documented('Q238850')),
  plainName: why('q229314-name', documented('Q229314')),
  preExpired: why('q186740-pre-expired', documented('Q186740')),
  longPath: why('q194869-long-path', documented('Q194869')),
  accessViolation: why('q197114-access-violation', documented('Q197114')),
  invalidDate: why(
    'q233325-invalid-date',
    modelled(
      'That no remaining messages are migrated is documented; that those of other users are is inferred',
      'Q233325',
    ),
  ),
  zeroSize: why('q287056-zero-size', documented('Q287056')),
  missingToken: why(
    'q184391-missing-token',
    modelled('The message is documented; that the rest of the user is lost is inferred', 'Q184391'),
  ),
  unreadable: why(
    'q238784-unreadable-contents',
    modelled(
      'That not all messages are migrated is documented; that it is the rest of the user is inferred',
      'Q238784',
    ),
  ),
  gone: why(
    'post-office-user-gone',
    modelled('The lab looks at the directory when the run begins, and again when a user is reached'),
  ),
  charactersLost: why('code-page-characters-lost', documented('Q174725')),
} as const;
