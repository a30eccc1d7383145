import type { Archive, Filter } from '#archive'
import type { Record } from '#record'
import { type Annotated, type AnnotatedItem, annotatedItems } from './annotated-items.ts'
import { JSON_LD_CONTEXT } from './json-ld-context.ts'
import { recordReader } from './record-reader.ts'
import { urn } from './urn.ts'

/** Items as Web Annotations on their documents, with PROV-O saying what made them of what. */
export async function* writeJsonLd(
  archive: Archive,
  what: Annotated,
  filter: Filter,
): AsyncGenerator<string> {
  const read = recordReader(archive)
  const told = new Set<string>()
  yield `{"@context":${JSON.stringify(JSON_LD_CONTEXT)},\n"@graph":[`
  let first = true
  for await (const item of annotatedItems(archive, what, filter)) {
    const record = await read(item.origin.documentId)
    const nodes = [...(record ? provenance(record, told) : []), annotation(item, record)]
    for (const node of nodes) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(node)}`
      first = false
    }
  }
  yield '\n]}\n'
}

const coding = ({ coder, document }: Record) => urn(`coding:${coder.version}:${coder.model}:${document.id}`)

function annotation({ id, kind, words, says, origin }: AnnotatedItem, record: Record | null): object {
  const document = urn(origin.documentId)
  return {
    id: urn(id),
    type: ['Annotation', 'Entity'],
    motivation: 'oa:classifying',
    target: {
      type: 'SpecificResource',
      source: document,
      selector: [
        { type: 'TextPositionSelector', start: words.start, end: words.end },
        { type: 'TextQuoteSelector', exact: words.text },
      ],
    },
    body: { type: kind, ...says },
    wasDerivedFrom: document,
    ...(record ? { wasGeneratedBy: coding(record) } : {}),
  }
}

/** The document, what coded it and the coding itself; each told once. */
function* provenance(record: Record, told: Set<string>): Generator<object> {
  const { coder, document } = record
  const agent = urn(`coder:${coder.version}:${coder.model}`)
  const nodes = [
    { id: agent, type: 'SoftwareAgent', name: coder.name, hasVersion: `${coder.version} ${coder.model}` },
    {
      id: urn(document.id),
      type: 'Entity',
      title: document.title,
      publisher: document.source,
      issued: document.published,
      language: document.language,
    },
    { id: coding(record), type: 'Activity', used: urn(document.id), wasAssociatedWith: agent },
  ]
  for (const node of nodes) {
    if (told.has(node.id)) continue
    told.add(node.id)
    yield node
  }
}
