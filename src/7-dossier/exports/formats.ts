import type { Archive, Filter } from '#archive'
import type { Parser } from '#syntax'
import { ANNOTATED, type Annotated } from './annotated-items.ts'
import { TABLES, type TableName } from './tables.ts'
import { writeCalendar } from './write-calendar.ts'
import { writeConllu } from './write-conllu.ts'
import { writeCsv } from './write-csv.ts'
import { writeGeoJson } from './write-geo-json.ts'
import { writeGexf } from './write-gexf.ts'
import { writeGraphMl } from './write-graph-ml.ts'
import { writeJsonLd } from './write-json-ld.ts'
import { writeJsonLines } from './write-json-lines.ts'
import { writeParquet } from './write-parquet.ts'
import { writePolecat } from './write-polecat.ts'

/** What an export is made from. */
export interface ExportSource {
  readonly archive: Archive
  /** The parser, for CoNLL-U; asked for only then. */
  readonly parser: () => Parser
}

/** A format in which answers leave the archive. */
export interface ExportFormat {
  readonly says: string
  /** What a file's name ends in. */
  readonly extension: string
  readonly mediaType: string
  /** Lists that it can hold; the first is taken where none is named. */
  readonly lists: readonly [TableName, ...TableName[]]
  /** The one line that opens it, by the tool it is for; `FILE` is the file. */
  readonly opens: { readonly [tool: string]: string }
  readonly write: (
    source: ExportSource,
    list: TableName,
    filter: Filter,
  ) => AsyncIterable<string | Uint8Array>
}

const rest = Object.keys(TABLES).filter((name) => name !== 'events') as readonly TableName[]
const EVERY: readonly [TableName, ...TableName[]] = ['events', ...rest]
const rows = ({ archive }: ExportSource, list: TableName, filter: Filter) =>
  TABLES[list].rows(archive, filter)

/** Every format, in the order in which the documentation lists them. */
export const EXPORT_FORMATS = {
  csv: {
    says: 'a table as CSV (RFC 4180, UTF-8)',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    lists: EVERY,
    opens: {
      R: 'events <- readr::read_csv("FILE")',
      Python: 'events = pandas.read_csv("FILE")',
      Excel: 'Data → From Text/CSV → FILE → File origin 65001: Unicode (UTF-8)',
      DuckDB: "from read_csv('FILE')",
    },
    write: (source, list, filter) => writeCsv(TABLES[list], rows(source, list, filter)),
  },
  jsonl: {
    says: 'items as JSON Lines, whole as the API gives them',
    extension: 'jsonl',
    mediaType: 'application/jsonl',
    lists: EVERY,
    opens: {
      R: 'events <- jsonlite::stream_in(file("FILE"))',
      Python: 'events = pandas.read_json("FILE", lines=True)',
      DuckDB: "from read_json('FILE', format = 'newline_delimited')",
    },
    write: (source, list, filter) => writeJsonLines(rows(source, list, filter)),
  },
  parquet: {
    says: 'a table as Parquet, its days as DATE',
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    lists: EVERY,
    opens: {
      R: 'events <- arrow::read_parquet("FILE")',
      Python: 'events = pandas.read_parquet("FILE")',
      DuckDB: "from 'FILE'",
    },
    write: (source, list, filter) => writeParquet(TABLES[list], rows(source, list, filter)),
  },
  geojson: {
    says: 'events whose place has coordinates, as GeoJSON points (RFC 7946)',
    extension: 'geojson',
    mediaType: 'application/geo+json',
    lists: ['events'],
    opens: {
      QGIS: 'Layer → Add Layer → Add Vector Layer… → FILE',
      R: 'events <- sf::st_read("FILE")',
      Python: 'events = geopandas.read_file("FILE")',
    },
    write: ({ archive }, _, filter) => writeGeoJson(archive, filter),
  },
  graphml: {
    says: 'who acts with and against whom, as GraphML',
    extension: 'graphml',
    mediaType: 'application/graphml+xml',
    lists: ['events'],
    opens: {
      Gephi: 'File → Open… → FILE',
      R: 'network <- igraph::read_graph("FILE", format = "graphml")',
      Python: 'network = networkx.read_graphml("FILE")',
    },
    write: ({ archive }, _, filter) => writeGraphMl(archive, filter),
  },
  gexf: {
    says: "the same as GEXF 1.3, with days for Gephi's timeline",
    extension: 'gexf',
    mediaType: 'application/gexf+xml',
    lists: ['events'],
    opens: {
      Gephi: 'File → Open… → FILE',
      Python: 'network = networkx.read_gexf("FILE", version="1.3")',
    },
    write: ({ archive }, _, filter) => writeGexf(archive, filter),
  },
  ics: {
    says: 'meetings held and planned, and commitments on the day they fall due, as iCalendar (RFC 5545)',
    extension: 'ics',
    mediaType: 'text/calendar; charset=utf-8',
    lists: ['events'],
    opens: {
      'any calendar': 'open FILE, or subscribe to its address',
      Python: 'calendar = icalendar.Calendar.from_ical(open("FILE", "rb").read())',
    },
    write: ({ archive }, _, filter) => writeCalendar(archive, filter),
  },
  jsonld: {
    says: 'items as W3C Web Annotations on their documents, with PROV-O, as JSON-LD',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    lists: ANNOTATED,
    opens: {
      Python: 'graph = rdflib.Graph().parse("FILE", format="json-ld")',
      R: 'quads <- jsonld::jsonld_to_rdf(readr::read_file("FILE"))',
    },
    write: ({ archive }, list, filter) => writeJsonLd(archive, list as Annotated, filter),
  },
  polecat: {
    says: "events in the 40 columns of POLECAT's files, apart by tabs",
    extension: 'tsv',
    mediaType: 'text/tab-separated-values; charset=utf-8',
    lists: ['events'],
    opens: {
      R: 'events <- readr::read_tsv("FILE", na = "None", quote = "")',
      Python: 'events = pandas.read_csv("FILE", sep="\\t", quoting=3, na_values="None")',
      DuckDB: "from read_csv('FILE', delim = '\\t', quote = '')",
    },
    write: ({ archive }, _, filter) => writePolecat(archive, filter),
  },
  conllu: {
    says: "the documents' words, tags and trees as CoNLL-U",
    extension: 'conllu',
    mediaType: 'text/x-conllu; charset=utf-8',
    lists: ['documents'],
    opens: {
      Python: 'sentences = conllu.parse_incr(open("FILE", encoding="utf-8"))',
      R: 'words <- udpipe::udpipe_read_conllu("FILE")',
    },
    write: ({ archive, parser }, _, filter) => writeConllu(archive, filter, parser),
  },
} as const satisfies { readonly [name: string]: ExportFormat }

export type ExportFormatName = keyof typeof EXPORT_FORMATS
