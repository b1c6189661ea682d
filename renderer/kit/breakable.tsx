import { Fragment } from 'react';

/** A distinguished name or a path that may be broken where its parts end, and nowhere else. */
export function Breakable({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[,\\/])/);
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    <Fragment key={at}>
      {part}
      <wbr />
    </Fragment>
  ));
}
