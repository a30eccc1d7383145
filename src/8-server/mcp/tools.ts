/**
 * The rows of the API that are tools for a language model, by operationId: the questions of the desk. What writes to
 * the archive is no tool: a text that a model has read must not be able to change the record.
 */
export const TOOLS: readonly string[] = [
  'search',
  'getStats',
  'getToday',
  'listHappenings',
  'getHappening',
  'listEvents',
  'listStatements',
  'listQuotations',
  'listPositions',
  'listPositionSeries',
  'listUndertakings',
  'listFigures',
  'listDocuments',
  'getDocument',
  'listActors',
  'getActorProfile',
  'listDossiers',
  'getDossier',
  'getTimeline',
  'listDyads',
  'getNetwork',
  'listPlaces',
  'getFacets',
  'listFirings',
  'codeText',
]
