import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  /** What stands there instead after a bug. */
  readonly failed: (message: string) => ReactNode;
}

/** The border at which a bug in a view stops: the window says so instead of going blank. */
export class Boundary extends Component<BoundaryProps, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : this.props.failed(this.state.message);
  }
}
