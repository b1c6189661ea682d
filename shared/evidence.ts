/**
 * How well a claim is founded. `documented` names its source (KB number, specification section);
 * `modelled` is inferred and gives the reason; `not documented` means that no source was found.
 */
export interface Evidence {
  readonly evidence: 'documented' | 'modelled' | 'not documented';
  readonly source: string | null;
  readonly reason: string | null;
}

export function documented(source: string): Evidence {
  return { evidence: 'documented', source, reason: null };
}

export function modelled(reason: string, source: string | null = null): Evidence {
  return { evidence: 'modelled', source, reason };
}

export function notDocumented(reason: string | null = null): Evidence {
  return { evidence: 'not documented', source: null, reason };
}

/** A claim about what happened or will happen: the rule that decided and what it rests on. */
export interface Why extends Evidence {
  readonly rule: string;
}
