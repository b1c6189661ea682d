import { parseMnemonic } from './mnemonic.ts';

/** Shows a label with its access key underlined once Alt has been pressed. */
export function AccessLabel({ label }: { readonly label: string }) {
  const { before, key, after } = parseMnemonic(label);
  if (key === null) return before;
  return (
    <>
      {before}
      <span className="access-key">{key}</span>
      {after}
    </>
  );
}
