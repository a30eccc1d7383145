const reference = (iri: string) => ({ '@id': iri, '@type': '@id' })
const count = (iri: string) => ({ '@id': iri, '@type': 'xsd:nonNegativeInteger' })

/**
 * The terms of the Web Annotation model and of PROV-O under their usual short names, and our own under `rapporteur:`.
 * It stands in the file, so that nothing need be fetched to read it.
 */
export const JSON_LD_CONTEXT = {
  '@vocab': 'urn:rapporteur:terms:',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  as: 'http://www.w3.org/ns/activitystreams#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  Annotation: 'oa:Annotation',
  SpecificResource: 'oa:SpecificResource',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  body: { '@id': 'oa:hasBody' },
  target: { '@id': 'oa:hasTarget' },
  source: reference('oa:hasSource'),
  selector: { '@id': 'oa:hasSelector' },
  motivation: reference('oa:motivatedBy'),
  exact: 'oa:exact',
  start: count('oa:start'),
  end: count('oa:end'),
  wasGeneratedBy: reference('prov:wasGeneratedBy'),
  wasDerivedFrom: reference('prov:wasDerivedFrom'),
  wasAssociatedWith: reference('prov:wasAssociatedWith'),
  used: reference('prov:used'),
  Entity: 'prov:Entity',
  Activity: 'prov:Activity',
  SoftwareAgent: 'prov:SoftwareAgent',
  title: 'dcterms:title',
  publisher: 'dcterms:publisher',
  issued: 'dcterms:issued',
  language: 'dcterms:language',
  hasVersion: 'dcterms:hasVersion',
  name: 'as:name',
} as const
