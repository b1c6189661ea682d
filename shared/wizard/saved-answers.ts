import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { type Answers, MIGRATION_TYPES } from './model.ts';

const name = z.string().max(256);
const choice = z.strictObject({
  createNew: z.boolean().optional(),
  fullName: name.optional(),
  logonId: name.optional(),
});

/** Every answer may be left out; none may be unknown. Whether one goes on although the gate refuses is never saved. */
const answersSchema = z.strictObject({
  mode: z.enum(['default', 'clone']).optional(),
  type: z.enum(MIGRATION_TYPES).optional(),
  destination: z.enum(['server', 'pst']).optional(),
  targetServer: name.optional(),
  targetStore: name.optional(),
  sourceServer: name.optional(),
  exchange55: z.boolean().optional(),
  sourceAccount: name.optional(),
  sourcePasswordGiven: z.boolean().optional(),
  createAccounts: z.boolean().optional(),
  dateRangeOn: z.boolean().optional(),
  dateFrom: z.number().nullable().optional(),
  dateTo: z.number().nullable().optional(),
  subjectPrefixes: z.array(z.string()).optional(),
  accounts: z.array(name).optional(),
  container: z.string().optional(),
  accountChoices: z.record(z.string(), choice).optional(),
  targetAddressDomain: name.nullable().optional(),
  restrictToSid: z.boolean().optional(),
  postOfficePath: name.optional(),
  postOfficeName: name.optional(),
  postOfficePasswordGiven: z.boolean().optional(),
  method: z.enum(['one-step', 'extract']).optional(),
  filesPath: name.optional(),
  packingList: z.string().max(4096).optional(),
  infoMailboxes: z.boolean().optional(),
  infoMail: z.boolean().optional(),
  infoBulletinBoards: z.boolean().optional(),
  template: name.optional(),
  ntAccounts: z.enum(['RANDOM', 'ALIAS', 'NO']).optional(),
  folderOwner: name.optional(),
  folderAccess: z.enum(['None', 'Author', 'PubEditor']).optional(),
  startAnyway: z.boolean().optional(),
});

type Given = { -readonly [Key in keyof Answers]?: Answers[Key] };

/** Takes undefined properties out, so that they do not cover what is set already. */
function present(answers: z.infer<typeof answersSchema>): Given {
  const { startAnyway: _neverSaved, ...rest } = answers;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Given;
}

/**
 * Reads answers from JSON: a whole wizard state, as the window saves it, or its `answers` alone.
 * Failure code: bad-answers. @param place for the sentence, e.g. the file's name
 */
export function readAnswers(json: string, place: string): Result<Partial<Answers>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return fail('bad-answers', `${place} is no JSON (${what}): save it again from the wizard.`);
  }
  const inner =
    typeof value === 'object' && value !== null && 'answers' in value
      ? (value as { answers: unknown }).answers
      : value;
  const parsed = answersSchema.safeParse(inner);
  if (parsed.success) return ok(present(parsed.data));
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'the top' : issue.path.map(String).join('.');
  return fail(
    'bad-answers',
    `${place} does not hold the wizard's answers: at ${where}, ${issue?.message ?? ''}.`,
  );
}
