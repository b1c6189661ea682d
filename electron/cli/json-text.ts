/** Items of a list that go into one piece. */
const PIECE = 500;

function* pieces(value: unknown): Generator<string> {
  if (Array.isArray(value) && value.length > PIECE) {
    for (let from = 0; from < value.length; from += PIECE) {
      const inner = JSON.stringify(value.slice(from, from + PIECE)).slice(1, -1);
      yield `${from === 0 ? '[' : ','}${inner}`;
    }
    yield ']';
  } else if (isPlain(value)) {
    let before = '{';
    for (const [name, one] of Object.entries(value)) {
      if (one === undefined || typeof one === 'function' || typeof one === 'symbol') continue;
      yield `${before}${JSON.stringify(name)}:`;
      yield* pieces(one);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  } else yield JSON.stringify(value) ?? 'null';
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value);
}

/** What `JSON.stringify` gives, in pieces: the answer about 50,000 mailboxes is one string of tens of megabytes otherwise. */
export function* jsonText(value: object): Generator<string> {
  let text = '';
  for (const piece of pieces(value)) {
    text += piece;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}
