export interface PageProps {
  /** Opens the dialog that explains a refusal and offers the ways out. */
  readonly onShowGate: () => void;
}
