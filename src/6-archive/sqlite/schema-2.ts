/**
 * The schema of version 2 (docs/archive.md draws it). An item's number holds its day (see item-number.ts), so rows
 * lie in the order of their days and a page of a list is a range of numbers. What can be asked of an item stands as
 * tokens in the column `keys` of its full-text table, so that every filter, with words or without, is one question
 * to one index.
 */
const ORIGIN = `id text not null unique,
  document integer not null references document,
  day text not null,               -- ISO 8601; '' when unknown`

const fullText = (table: string) =>
  `create virtual table ${table}_fts using fts5 (${table === 'document' ? 'title, ' : ''}words, keys, content='', contentless_delete=1,
  tokenize="porter unicode61 remove_diacritics 2 tokenchars '_'");`

const ASKED = [
  'document',
  'event',
  'happening',
  'statement',
  'quotation',
  'position',
  'commitment',
  'undertaking',
  'figure',
] as const

export const SCHEMA_2 = `
create table coder (
  n integer primary key,
  name text not null, version text not null, model text not null,
  unique (name, version, model)
);

create table document (
  n integer primary key,
  id text not null unique,
  external_id text, source text, url text, title text,
  published text,
  day text not null,               -- the date of publication, '' when unknown
  language text not null,
  text text not null,
  words integer not null,
  copy_of integer,                 -- an earlier document with (nearly) the same words
  story integer,
  story_why text,                  -- why it was taken into its story; null for the first
  arrival integer not null unique, -- the order in which documents came
  places text not null,            -- JSON: [name, country, latitude, longitude, mentions]
  item text,                       -- JSON: [source, id]: what all versions of an item share; null where there are none
  version integer,
  replaced_by integer,             -- a newer version of the item: this one is history
  events integer not null default 0, statements integer not null default 0, positions integer not null default 0,
  commitments integer not null default 0, figures integer not null default 0
);
create index document_by_story on document (story);
create index document_by_copy on document (copy_of) where copy_of is not null;
create index document_by_item on document (item) where item is not null;
create index document_by_replaced on document (replaced_by) where replaced_by is not null;

create table record (
  n integer primary key,
  document integer not null references document,
  coder integer not null references coder,
  current integer not null,        -- 1: what the other tables hold; 0: history
  json blob not null,              -- the record as Brotli'd JSON, but for document.text, which stands in document.text
  unique (document, coder)
);
create unique index record_current on record (document) where current = 1;
create index record_by_coder on record (coder, current, document);

-- parties are JSON lists of [entity, name, country, sector]
create table event (
  n integer primary key,
  ${ORIGIN},
  happening integer,
  why text,                        -- why this report was joined to its happening; null for the first
  type text not null, mode text, contexts text not null, quad text not null, cameo text not null,
  intensity real not null, status text not null,
  day_to text not null, edtf text, date_basis text,
  actors text not null, recipients text not null,
  place text, place_country text, latitude real, longitude real,
  trigger text not null, trigger_start integer not null,
  evidence text not null, evidence_start integer not null, evidence_end integer not null,
  attributed_to text,
  fatalities_low integer, fatalities_high integer, injured_low integer, injured_high integer,
  confidence real not null, rule text not null,
  review text                      -- JSON of what a person said of it
);
create index event_by_document on event (document);
create index event_by_happening on event (happening);

create table happening (
  n integer primary key,
  id text not null unique,
  day text not null,
  type text not null, quad text not null, status text not null, contexts text not null,
  intensity real not null,
  actors text not null, recipients text not null,
  place text, place_country text, latitude real, longitude real,
  evidence text not null, confidence real not null,
  reports integer not null,
  documents integer not null, reprints integer not null, -- reprints are copies of one of the documents
  sources integer not null, outlets text not null,      -- outlets: JSON, all that printed it
  arrival integer not null unique
);

create table statement (
  n integer primary key,
  ${ORIGIN},
  quotation integer, why text,
  kind text not null, place text,
  speakers text not null, addressees text not null,
  quote text not null, quote_start integer not null, quote_end integer not null,
  cue text, evidence text not null, via text,
  confidence real not null, review text
);
create index statement_by_document on statement (document);
create index statement_by_quotation on statement (quotation);

create table quotation (
  n integer primary key,
  id text not null unique,
  day text not null,
  kind text not null, speakers text not null, addressees text not null,
  quote text not null,
  documents integer not null, reprints integer not null, sources integer not null, outlets text not null,
  arrival integer not null unique
);

create table position (
  n integer primary key,
  ${ORIGIN},
  stance text not null, holders text not null, toward text not null,
  proposition text not null, proposition_start integer not null, proposition_end integer not null,
  statement text, event text, evidence text not null,
  confidence real not null, review text
);
create index position_by_document on position (document);

create table commitment (
  n integer primary key,
  ${ORIGIN},
  undertaking integer, why text,
  type text, strength text not null, status text not null,
  givers text not null, takers text not null,
  due text, due_from text, due_to text,
  act text not null, act_start integer not null, act_end integer not null,
  condition text, evidence text not null,
  confidence real not null, review text
);
create index commitment_by_document on commitment (document);
create index commitment_by_undertaking on commitment (undertaking);
create index commitment_by_due on commitment (due_to, n) where due_to is not null;

create table undertaking (
  n integer primary key,
  id text not null unique,
  day text not null,
  type text, strength text not null,
  status text not null,            -- open, met, withdrawn; that it was missed follows from due_to and today's date
  givers text not null, takers text not null,
  act text not null, due text, due_from text, due_to text, condition text,
  documents integer not null, reprints integer not null, sources integer not null, outlets text not null,
  arrival integer not null unique
);
create index undertaking_by_due on undertaking (due_to, n) where due_to is not null;

-- What settled an undertaking: an event that keeps or breaks it.
create table settlement (
  undertaking integer not null, event text not null,
  step text not null,              -- met, withdrawn
  day text not null, why text not null,
  primary key (undertaking, event)
) without rowid;
create index settlement_by_event on settlement (event);

create table figure (
  n integer primary key,
  ${ORIGIN},
  measure text not null,
  low real not null, high real not null, approximate integer not null, unit text,
  about text, evidence text not null, evidence_start integer not null, evidence_end integer not null,
  confidence real, review text
);
create index figure_by_document on figure (document);

create table story (
  n integer primary key,
  id text not null unique,
  day text not null, day_to text not null,
  title text, documents integer not null, reprints integer not null, sources integer not null, outlets text not null,
  arrival integer not null unique
);

-- Ids of groups that were merged into another: old links still lead there.
create table alias (id text primary key, target text not null) without rowid;

-- What items are found by when others are compared with them: kind and what is known of it, as one number.
-- by periods, so that what comes together lies together
create table clue (period integer not null, clue integer not null, day integer not null, item integer not null,
  primary key (period, clue, day, item)) without rowid;

-- MinHash bands of a document: two documents that share one may be copies of each other.
create table document_band (period integer not null, band integer not null, document integer not null,
  primary key (period, band, document)) without rowid;
create table document_sketch (document integer primary key, sketch blob not null, terms blob not null);

-- Everything that can be asked for, and how often it stands in which table.
create table key (
  n integer primary key,
  key text not null unique,        -- party:USA, type:AID, source:reuters, …
  documents integer not null default 0, events integer not null default 0, happenings integer not null default 0,
  statements integer not null default 0, quotations integer not null default 0, positions integer not null default 0,
  commitments integer not null default 0, undertakings integer not null default 0, figures integer not null default 0
);

create table entity (
  n integer primary key,
  entity text not null unique,
  name text not null, country text, sector text, role text,
  documents integer not null, mentions integer not null
);
create index entity_by_documents on entity (documents, n);
create index entity_by_country on entity (country, documents) where country is not null;
create virtual table entity_fts using fts5 (name, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 2", prefix='2 3');
create table entity_document (
  document integer not null, entity integer not null, mentions integer not null, country text, role text,
  primary key (document, entity)
) without rowid;
create table entity_role (
  entity integer not null, role text not null, day_from text not null, day_to text not null, documents integer not null,
  primary key (entity, role)
) without rowid;

-- Asserted events of a party (0: of all) in a period, '2013' or '2013-07'.
create table tally (
  key integer not null, period text not null,
  documents integer not null, events integer not null, happenings integer not null,
  verbal_cooperation integer not null, material_cooperation integer not null,
  verbal_conflict integer not null, material_conflict integer not null,
  intensity real not null,
  primary key (key, period)
) without rowid;

-- The same between two parties; a meeting, which has actors alone, stands under actor < recipient.
create table dyad (
  actor integer not null, recipient integer not null, period text not null,
  events integer not null, happenings integer not null,
  verbal_cooperation integer not null, material_cooperation integer not null,
  verbal_conflict integer not null, material_conflict integer not null,
  intensity real not null,
  primary key (actor, recipient, period)
) without rowid;
create index dyad_by_recipient on dyad (recipient, actor, period);
create index dyad_by_period on dyad (period, events);

create table counter (name text primary key, value integer not null) without rowid;

-- What people said of the records: kept apart from them, attached to document and span.
create table correction (
  n integer primary key autoincrement,
  id text not null unique,
  at text not null, who text not null, action text not null,
  kind text not null,
  item text,                       -- the item as it is called today; null: the current record has nothing there
  document integer not null, span_start integer not null, span_end integer not null, words text not null,
  into_document integer, into_start integer, into_end integer, into_item text,
  edit text, note text,
  moved text,                      -- JSON: ids of the events that a merge moved, so that it can be undone
  judged_type text not null, judged_rule text not null, judged_coder text not null, judged_confidence real,
  state text not null              -- applied, unmatched, superseded, undone
);
create index correction_by_document on correction (document);
create index correction_by_into on correction (into_document) where into_document is not null;

-- Reports that a person took apart: they are never joined again.
create table apart (one text not null, other text not null, correction integer not null,
  primary key (one, other, correction)) without rowid;
create index apart_by_correction on apart (correction);

create table dossier (
  slug text primary key, title text not null, question text not null, position integer not null
);

${ASKED.map(fullText).join('\n')}

create view events as
  select e.day, e.type, e.mode, e.status,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(e.actors)) as actors,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(e.recipients)) as recipients,
    e.place, e.evidence, d.source, d.title, h.documents as told_by, e.confidence, e.rule, e.id, h.id as happening_id, d.id as document_id
  from event e join document d on d.n = e.document left join happening h on h.n = e.happening;
create view happenings as
  select h.day, h.type, h.status,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(h.actors)) as actors,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(h.recipients)) as recipients,
    h.place, h.evidence, h.documents, h.sources, h.id
  from happening h;
create view statements as
  select s.day,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(s.speakers)) as speakers,
    s.quote, s.kind, d.source, d.title, s.confidence, s.id, d.id as document_id
  from statement s join document d on d.n = s.document;
create view positions as
  select p.day,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(p.holders)) as holders,
    p.stance,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(p.toward)) as toward,
    p.proposition, d.source, d.title, p.confidence, p.id, d.id as document_id
  from position p join document d on d.n = p.document;
create view commitments as
  select c.day,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(c.givers)) as givers,
    (select group_concat(coalesce(value ->> 1, value ->> 0), ', ') from json_each(c.takers)) as takers,
    c.strength, c.act, c.due, u.status, d.source, d.title, c.confidence, c.id, d.id as document_id
  from commitment c join document d on d.n = c.document left join undertaking u on u.n = c.undertaking;
create view figures as
  select f.day, f.measure, f.low, f.high, f.unit, f.evidence, d.source, d.title, f.id, d.id as document_id
  from figure f join document d on d.n = f.document;
create view corrections as
  select c.at, c.who, c.action, c.kind, c.words, c.note, c.state, c.judged_type as type, c.judged_rule as rule, d.title, d.id as document_id
  from correction c join document d on d.n = c.document;
`
