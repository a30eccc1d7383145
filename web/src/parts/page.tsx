import { type ReactNode, useEffect } from 'react'
import { readerZone } from './zone.ts'

interface PageProps {
  readonly title: string
  readonly kicker?: ReactNode
  readonly lead?: ReactNode
  /** Buttons and links at the right of the title. */
  readonly actions?: ReactNode
  /** Where the same answer stands as JSON. */
  readonly json?: string
  readonly className?: string
  /** The reading view's headline is the document's own. */
  readonly heading?: ReactNode
  readonly children: ReactNode
}

/** A page of the desk: its title in the window, its head, its content, and its JSON. */
export function DeskPage({ title, kicker, lead, actions, json, className, heading, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rapporteur`
  }, [title])
  return (
    <main id="main" className={className} tabIndex={-1}>
      {heading ?? (
        <header className="page-head">
          <div>
            {kicker !== undefined && <p className="kicker">{kicker}</p>}
            <h1 className="page-title">{title}</h1>
            {lead !== undefined && <p className="lead">{lead}</p>}
          </div>
          {actions !== undefined && <div className="actions">{actions}</div>}
        </header>
      )}
      {children}
      <footer className="foot">
        {json !== undefined && <a href={json}>This page as JSON</a>}
        <span>Times in your zone: {readerZone()}</span>
      </footer>
    </main>
  )
}
