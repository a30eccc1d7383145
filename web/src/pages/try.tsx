import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { postJson } from '../api/client.ts'
import type { DocumentRecord } from '../api/types.ts'
import { DeskPage } from '../parts/page.tsx'
import { Failed, Loading } from '../parts/states.tsx'
import { ReadingView } from '../reading/reading-view.tsx'

interface Pasted {
  readonly text: string
  readonly title: string | null
  readonly published: string | null
}

/** Any text, coded at once. Nothing is kept. */
export function TryPage() {
  const code = useMutation({
    mutationFn: (pasted: Pasted) => postJson<DocumentRecord>('/api/code', pasted),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' && value.trim() !== '' ? value : null
    }
    const text = field('text')
    if (text !== null) code.mutate({ text, title: field('title'), published: field('published') })
  }
  return (
    <DeskPage title="Try a text" className="wide">
      <p className="lead">
        Paste a report; it is coded on the machine that serves this page and is not kept. The date says what
        “Tuesday” means.
      </p>
      <form className="paste" onSubmit={submit}>
        <label className="text">
          Text <textarea name="text" rows={9} required spellCheck={false} />
        </label>
        <div className="row">
          <label className="grow">
            Headline <span className="quiet">(if it is not in the text)</span>{' '}
            <input name="title" type="text" />
          </label>
          <label>
            Published <input name="published" type="date" />
          </label>
          <button type="submit" className="primary" disabled={code.isPending}>
            Code it
          </button>
        </div>
      </form>
      {code.isPending && <Loading what="the record" />}
      {code.error !== null && <Failed error={code.error} />}
      {code.data !== undefined && <Coded record={code.data} />}
    </DeskPage>
  )
}

function Coded({ record }: { readonly record: DocumentRecord }) {
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <>
      <ReadingView
        key={record.document.id}
        record={record}
        happenings={[]}
        selected={selected}
        onSelect={setSelected}
      />
      <RawRecord record={record} />
    </>
  )
}

function RawRecord({ record }: { readonly record: DocumentRecord }) {
  const [copied, setCopied] = useState<string | null>(null)
  const json = JSON.stringify(record, null, 2)
  const copy = () => {
    navigator.clipboard.writeText(json).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser did not allow it; select the text below.'),
    )
  }
  return (
    <details className="raw">
      <summary>The record as JSON</summary>
      <p>
        <button type="button" onClick={copy}>
          Copy
        </button>{' '}
        <output>{copied}</output>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard. */}
      <section tabIndex={0} aria-label="The record as JSON">
        <pre>{json}</pre>
      </section>
    </details>
  )
}
