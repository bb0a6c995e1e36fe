import { Component, type ReactNode } from 'react';
import { PlainScreen } from '../../components/PlainScreen';
import { FailedScreen } from '../shell/FailedScreen';

interface GateFailureProps {
  readonly children: ReactNode;
}

interface GateFailureState {
  /** In an object of its own, because whatever is thrown may be null. */
  readonly caught: { readonly failure: unknown } | null;
}

/** Stands in for a screen outside of the workplace that failed, such as the sign-in. */
export class GateFailure extends Component<GateFailureProps, GateFailureState> {
  override state: GateFailureState = { caught: null };

  static getDerivedStateFromError(failure: unknown): GateFailureState {
    return { caught: { failure } };
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (!caught) return this.props.children;
    return (
      <PlainScreen title="This screen has failed" width={720}>
        <FailedScreen failure={caught.failure} />
      </PlainScreen>
    );
  }
}
