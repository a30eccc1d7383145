import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Dossier, Filter, Page } from '../api/rows.ts'
import { useApi } from '../api/use-api.ts'
import { questionWords } from '../pages/dossiers.tsx'
import { ExportLinks } from '../parts/export-links.tsx'
import { DeskPage } from '../parts/page.tsx'
import { Answer, Failed } from '../parts/states.tsx'
import { WatchButton } from '../parts/watch-button.tsx'
import { WhenNear } from '../parts/when-near.tsx'
import { CommitmentsBoard } from './commitments-board.tsx'
import { DossierMap } from './dossier-map.tsx'
import { DossierPositions } from './dossier-positions.tsx'
import { DossierQuotes } from './dossier-quotes.tsx'
import { DossierSources } from './dossier-sources.tsx'
import { DossierTimeline } from './dossier-timeline.tsx'

const PARTS = [
  ['timeline', 'Timeline'],
  ['quotes', 'Quotes'],
  ['positions', 'Positions'],
  ['promises', 'Promises'],
  ['places', 'Places'],
  ['sources', 'Sources'],
] as const

/** One dossier: what happened, what was said, who moved, what was promised, where, and who says so. */
export function DossierPage() {
  const { slug = '' } = useParams({ strict: false })
  // the list is short and tells the question; the parts below ask it, each for itself
  const query = useApi<Page<Dossier>>('/api/dossiers')
  const dossier = query.data?.items.find((it) => it.slug === slug)
  return (
    <DeskPage
      title={dossier?.title ?? 'Dossier'}
      className="wide"
      kicker={<Link to="/dossiers">Dossiers</Link>}
      lead={dossier === undefined ? undefined : questionWords(dossier.question)}
      actions={dossier === undefined ? undefined : <Actions dossier={dossier} />}
      json={`/api/dossiers/${encodeURIComponent(slug)}`}
    >
      <Answer query={query} what="the dossier">
        {() =>
          dossier === undefined ? (
            <Failed error={new Error(`There is no dossier “${slug}”.`)} />
          ) : (
            <Parts question={dossier.question} slug={slug} />
          )
        }
      </Answer>
    </DeskPage>
  )
}

function Actions({ dossier: { slug, title, question } }: { readonly dossier: Dossier }) {
  return (
    <>
      <WatchButton title={title} question={question} dossier={slug} />
      <ExportLinks filter={question} />
    </>
  )
}

function Parts({ question, slug }: { readonly question: Filter; readonly slug: string }) {
  return (
    <>
      <nav aria-label="Parts of the dossier">
        <ul className="tabs">
          {PARTS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div id="timeline">
        <TimelineInUrl question={question} slug={slug} />
      </div>
      <div className="columns lead-right">
        <div id="positions">
          <WhenNear>
            <DossierPositions slug={slug} />
          </WhenNear>
        </div>
        <div id="quotes">
          <WhenNear>
            <DossierQuotes question={question} />
          </WhenNear>
        </div>
      </div>
      <div id="promises">
        <WhenNear>
          <CommitmentsBoard question={question} />
        </WhenNear>
      </div>
      <div className="columns two">
        <div id="places">
          <WhenNear>
            <DossierMap question={question} />
          </WhenNear>
        </div>
        <div id="sources">
          <WhenNear>
            <DossierSources question={question} />
          </WhenNear>
        </div>
      </div>
    </>
  )
}

/** The timeline; what is looked at stands in the URL, and the other parts are left in peace when it changes. */
function TimelineInUrl({ question, slug }: { readonly question: Filter; readonly slug: string }) {
  const { from, to, pick } = useSearch({ strict: false }) as { from?: string; to?: string; pick?: string }
  const navigate = useNavigate()
  return (
    <DossierTimeline
      key={slug}
      question={question}
      window={from !== undefined && to !== undefined ? { from, to } : null}
      pick={pick ?? null}
      onChange={(next) =>
        void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
      }
    />
  )
}
