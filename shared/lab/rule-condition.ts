import { fail, ok, type Result } from '../result.ts';

/**
 * What a server rule asks of a message. A mailbox store keeps restrictions as bytes; the lab keeps these two kinds as
 * JSON (modelled), for a rule's condition refers to no identifier and so has no part in its fate.
 */
export interface RuleCondition {
  /** Text that the subject has to contain, whatever the case. */
  readonly subjectContains?: string;
  /** The sender's address, whatever the case. */
  readonly from?: string;
}

export interface Mail {
  readonly subject: string;
  readonly sender: string;
}

export function parseRuleCondition(text: string): Result<RuleCondition> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('rule-condition', `A rule's condition is not JSON: ${text.slice(0, 60)}`);
  }
  if (typeof value !== 'object' || value === null)
    return fail('rule-condition', `A rule's condition is no object: ${text.slice(0, 60)}`);
  const { subjectContains, from } = value as Record<string, unknown>;
  const condition: RuleCondition = {
    ...(typeof subjectContains === 'string' ? { subjectContains } : {}),
    ...(typeof from === 'string' ? { from } : {}),
  };
  return ok(condition);
}

/** A condition without any part matches every message, as a rule without conditions does. */
export function matchesRule(condition: RuleCondition, mail: Mail): boolean {
  const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
  if (condition.subjectContains !== undefined && !contains(mail.subject, condition.subjectContains))
    return false;
  return condition.from === undefined || contains(mail.sender, condition.from);
}
