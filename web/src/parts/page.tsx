import { type ReactNode, useEffect } from 'react'

interface PageProps {
  readonly title: string
  /** Where the same answer stands as JSON. */
  readonly json?: string
  readonly className?: string
  /** The reading view's headline is the document's own. */
  readonly heading?: ReactNode
  readonly children: ReactNode
}

/** A page of the desk: its title in the window, its heading, its content, and its JSON. */
export function DeskPage({ title, json, className, heading, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rapporteur`
  }, [title])
  return (
    <main id="main" className={className} tabIndex={-1}>
      {heading ?? <h1 className="page-title">{title}</h1>}
      {children}
      {json !== undefined && (
        <p className="as-json">
          <a href={json}>This page as JSON</a>
        </p>
      )}
    </main>
  )
}
