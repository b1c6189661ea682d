/** Names and values under one another; a value that is empty is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className="facts browse-facts selectable">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={`${name} ${value}`} className="task">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
