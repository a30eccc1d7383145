import { Component, type ReactNode } from 'react'
import { Failed } from './states.tsx'

interface GuardState {
  readonly error: Error | null
}

/** Keeps a fault of one part of a page from taking the rest of the page with it. */
export class Guard extends Component<{ readonly children: ReactNode }, GuardState> {
  override state: GuardState = { error: null }

  static getDerivedStateFromError(error: unknown): GuardState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === null ? (
      this.props.children
    ) : (
      <Failed error={error} retry={() => this.setState({ error: null })} />
    )
  }
}
