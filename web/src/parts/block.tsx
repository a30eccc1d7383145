import { type ReactNode, useId } from 'react'
import { Guard } from './guard.tsx'

interface BlockProps {
  readonly title: string
  readonly count?: number | undefined
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A headed part of a page. */
export function Block({ title, count, aside, className, children }: BlockProps) {
  const id = useId()
  return (
    <section className={className === undefined ? 'block' : `block ${className}`} aria-labelledby={id}>
      <div className="block-head">
        <h2 id={id}>
          {title} {count !== undefined && <span className="count">{count.toLocaleString('en-GB')}</span>}
        </h2>
        {aside !== undefined && <div className="aside">{aside}</div>}
      </div>
      <Guard>{children}</Guard>
    </section>
  )
}
