import { type DragEvent, type FormEvent, useState } from 'react'
import type { DocumentRecord } from '../api/types.ts'
import { type CoderState, useCoder } from '../coder/use-coder.ts'
import { DeskPage } from '../parts/page.tsx'
import { Empty } from '../parts/states.tsx'
import { ReadingView } from '../reading/reading-view.tsx'
import { RelateContext } from '../reading/relation.ts'

/** Any text, coded in the browser itself. Nothing leaves the machine, nothing is kept. */
export function TryPage() {
  const coder = useCoder()
  const [over, setOver] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' && value.trim() !== '' ? value : null
    }
    const text = field('text')
    if (text === null) return
    coder.code({
      bytes: new TextEncoder().encode(text),
      name: null,
      title: field('title'),
      published: field('published'),
    })
  }
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    coder.code({
      bytes: new Uint8Array(await file.arrayBuffer()),
      name: file.name,
      title: null,
      published: null,
    })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <DeskPage
      title="Try a text"
      className="wide"
      lead="Paste a report or drop a file. It is read here, in this browser: nothing leaves your machine and nothing is kept. The date says what “Tuesday” means."
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file button is the first. */}
      <div
        className={over ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <form className="paste" onSubmit={send}>
          <label className="text">
            Text <textarea name="text" rows={8} required spellCheck={false} />
          </label>
          <div className="row-of-fields">
            <label className="grow">
              Headline <span className="quiet">(if it is not in the text)</span>{' '}
              <input name="title" type="text" />
            </label>
            <label>
              Published <input name="published" type="date" />
            </label>
            <button type="submit" className="primary" disabled={coder.busy}>
              Code it
            </button>
            <label className="file">
              or a file <input type="file" onChange={(event) => void take(event.target.files?.[0])} />
            </label>
          </div>
        </form>
      </div>
      <Progress coder={coder} />
      {coder.result !== null && (
        <RelateContext value={coder.relate}>
          <Result result={coder.result} />
        </RelateContext>
      )}
    </DeskPage>
  )
}

function Progress({ coder }: { readonly coder: CoderState }) {
  const parts = [...coder.loading.values()]
  const loaded = parts.reduce((sum, part) => sum + part.loaded, 0)
  const total = parts.reduce((sum, part) => sum + part.total, 0)
  return (
    <p className="from" role="status">
      {coder.error !== null ? (
        <>
          <b>That did not work.</b> {coder.error}
        </>
      ) : !coder.ready ? (
        <>
          Fetching the models from this desk’s server{' '}
          {total > 0 && (
            <>
              <progress max={total} value={loaded} aria-label="Models fetched" /> {mb(loaded)} of {mb(total)}
            </>
          )}
        </>
      ) : coder.busy ? (
        'Reading…'
      ) : coder.result !== null ? (
        <>Read in {coder.result.milliseconds} ms, in this browser.</>
      ) : (
        'The coder is ready.'
      )}
    </p>
  )
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

function Result({ result }: { readonly result: NonNullable<CoderState['result']> }) {
  const [at, setAt] = useState(0)
  const record = result.records[Math.min(at, result.records.length - 1)]
  return (
    <>
      {result.refused.map((reason) => (
        <p key={reason} className="from" role="alert">
          Not read: {reason}
        </p>
      ))}
      {result.records.length > 1 && (
        <p>
          <label>
            Document{' '}
            <select value={at} onChange={(event) => setAt(Number(event.target.value))}>
              {result.records.map(({ document }, i) => (
                <option key={document.id} value={i}>
                  {i + 1}. {document.title ?? document.text.slice(0, 60)}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {record === undefined ? (
        <Empty>No document was found in it.</Empty>
      ) : (
        <Coded key={record.document.id} record={record} />
      )}
    </>
  )
}

function Coded({ record }: { readonly record: DocumentRecord }) {
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <>
      <ReadingView record={record} happenings={[]} selected={selected} onSelect={setSelected} />
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
