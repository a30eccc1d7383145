import { DeskPage } from '../parts/page.tsx'
import { KINDS, type Kind, plural } from '../reading/kinds.ts'

const MEANING: { readonly [kind in Kind]: string } = {
  event: 'who did what to whom, in PLOVER’s sixteen types; the mark stands under the word that tells it',
  statement: 'what somebody is said to have said, quoted or told',
  position: 'where somebody stands on a matter',
  commitment: 'what somebody is bound to do: pledged, agreed, intended, urged or expected',
  figure: 'a number that means something: the dead, troops, votes, money',
  actor: 'somebody who can act or speak, with country, sector and office as of the day of the report',
  place: 'where, with coordinates',
  time: 'when, as a date that the calendar knows',
}

/** What the marks mean and what to make of them. */
export function AboutPage() {
  return (
    <DeskPage title="About the desk" className="prose">
      <p className="lead">
        Rapporteur reads reports and writes down who did or said what to whom, when, where, and on whose word.
        Every line points at the words that it rests on.
      </p>
      <h2 className="section-title">What the marks mean</h2>
      <dl className="facts">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>
              <span className={`seg m-${kind}`}>{plural(kind)}</span>
            </dt>
            <dd>{MEANING[kind]}</dd>
          </div>
        ))}
      </dl>
      <h2 className="section-title">What to make of them</h2>
      <p>
        The reading is done by rules and small trained models, without a person. It errs. What a report
        denies, plans or merely supposes is kept and says so: negated, planned, hypothetical, historical. The
        confidence of an event is how often events like it were right on labelled news.
      </p>
      <p>
        Keys in a report: <kbd>j</kbd> and <kbd>k</kbd> step from act to act.
      </p>
    </DeskPage>
  )
}
