import { Link, useParams } from '@tanstack/react-router'
import type { CommitmentRow, HappeningRow, StatementRow } from '../api/rows.ts'
import type { Page } from '../api/types.ts'
import { useApi } from '../api/use-api.ts'
import { DeskPage } from '../parts/page.tsx'
import { CommitmentLine, HappeningLine, Section, StatementLine } from '../parts/rows.tsx'
import { Answer, Empty } from '../parts/states.tsx'

interface Dossier {
  readonly slug: string
  readonly title: string
}

/** The saved questions. */
export function DossiersPage() {
  const query = useApi<Page<Dossier>>('/api/dossiers')
  return (
    <DeskPage title="Dossiers" json="/api/dossiers">
      <Answer query={query} what="the dossiers">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>This archive has no dossier yet.</Empty>
          ) : (
            <ol className="documents">
              {items.map(({ slug, title }) => (
                <li key={slug}>
                  <span className="document-title">
                    <Link to="/dossiers/$slug" params={{ slug }}>
                      {title}
                    </Link>
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </DeskPage>
  )
}

interface DossierAnswer {
  readonly dossier: Dossier
  readonly happenings: Page<HappeningRow>
  readonly statements: Page<StatementRow>
  readonly commitments: Page<CommitmentRow>
}

/** One dossier: what happened, what was said, what was promised. */
export function DossierPage() {
  const { slug = '' } = useParams({ strict: false })
  const url = `/api/dossiers/${encodeURIComponent(slug)}`
  const query = useApi<DossierAnswer>(url)
  return (
    <DeskPage title={query.data?.dossier.title ?? 'Dossier'} json={url}>
      <Answer query={query} what="the dossier">
        {({ happenings, statements, commitments }) => (
          <>
            <Section title="Commitments" count={commitments.items.length}>
              {commitments.items.map((row) => (
                <CommitmentLine key={row.id} row={row} />
              ))}
            </Section>
            <Section title="Happenings, the newest first" count={happenings.items.length}>
              {happenings.items.map((row) => (
                <HappeningLine key={row.id} row={row} />
              ))}
            </Section>
            <Section title="Statements" count={statements.items.length}>
              {statements.items.map((row) => (
                <StatementLine key={row.id} row={row} />
              ))}
            </Section>
          </>
        )}
      </Answer>
    </DeskPage>
  )
}
