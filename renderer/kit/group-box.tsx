import type { ReactNode } from 'react';
import './group-box.css';

/** An etched frame with its title in the line. */
export function GroupBox({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="group-box">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
