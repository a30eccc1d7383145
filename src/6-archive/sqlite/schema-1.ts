/** The schema of version 1, as it was released: a step that was released is never changed. */
export const SCHEMA_1 = `
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
  day text not null,              -- the date of publication, '' when unknown
  language text not null,
  text text not null,
  words integer not null,
  copy_of integer references document, -- an earlier document with (nearly) the same words
  events integer not null default 0, statements integer not null default 0, positions integer not null default 0,
  commitments integer not null default 0, figures integer not null default 0
);
create index document_by_day on document (day, n);
create index document_by_source on document (source, day, n);

-- MinHash bands of a document: two documents that share one may be copies of each other.
create table document_band (band integer not null, hash integer not null, document integer not null,
  primary key (band, hash, document)) without rowid;
create table document_sketch (document integer primary key, sketch blob not null);

create table record (
  n integer primary key,
  document integer not null references document,
  coder integer not null references coder,
  current integer not null,       -- 1: what the other tables hold; 0: history
  json text not null,             -- the record; its document.text is empty here and stands in document.text
  unique (document, coder)
);
create unique index record_current on record (document) where current = 1;

create table happening (
  n integer primary key,
  id text not null unique,
  type text not null, quad text not null, status text not null,
  day text not null,
  reports integer not null, documents integer not null, sources integer not null
);
create index happening_by_day on happening (day, n);
create index happening_by_documents on happening (documents, n);

create table event (
  n integer primary key,
  id text not null unique,
  document integer not null references document,
  happening integer references happening,
  why text,                       -- why this report was joined to its happening; null for the first report
  type text not null, mode text, contexts text not null, quad text not null, cameo text not null,
  intensity real not null, status text not null,
  day text not null, day_to text not null, edtf text, date_basis text,
  place text, place_country text, latitude real, longitude real,
  trigger text not null,
  evidence text not null, evidence_start integer not null, evidence_end integer not null,
  attributed_to text,
  fatalities_low integer, fatalities_high integer, injured_low integer, injured_high integer,
  confidence real not null, rule text not null
);
create index event_by_day on event (day, n);
create index event_by_type on event (type, day, n);
create index event_by_document on event (document);
create index event_by_happening on event (happening);
create index event_by_place on event (place_country, day, n) where place_country is not null;

create table statement (
  n integer primary key,
  id text not null unique,
  document integer not null references document,
  kind text not null, day text not null, place text,
  quote text not null, quote_start integer not null, quote_end integer not null,
  cue text, evidence text not null, via text,
  confidence real not null
);
create index statement_by_day on statement (day, n);
create index statement_by_document on statement (document);

create table position (
  n integer primary key,
  id text not null unique,
  document integer not null references document,
  stance text not null, day text not null,
  proposition text not null, proposition_start integer not null, proposition_end integer not null,
  statement text, event text, evidence text not null, confidence real not null
);
create index position_by_day on position (day, n);
create index position_by_document on position (document);

create table commitment (
  n integer primary key,
  id text not null unique,
  document integer not null references document,
  type text, strength text not null, status text not null, day text not null,
  due text, due_from text, due_to text,
  act text not null, act_start integer not null, act_end integer not null,
  condition text, evidence text not null, confidence real not null
);
create index commitment_by_day on commitment (day, n);
create index commitment_by_due on commitment (due_to, n);
create index commitment_by_document on commitment (document);

create table figure (
  n integer primary key,
  id text not null unique,
  document integer not null references document,
  measure text not null, day text not null,
  low real not null, high real not null, approximate integer not null, unit text,
  about text, evidence text not null, evidence_start integer not null, evidence_end integer not null
);
create index figure_by_day on figure (day, n);
create index figure_by_measure on figure (measure, day, n);
create index figure_by_document on figure (document);

-- Who took part in what: kind says in which table the item stands, role what they were in it.
create table party (
  kind text not null,             -- event, statement, position, commitment
  item integer not null,
  role text not null,             -- actor, recipient; speaker, addressee; holder, toward; by, to
  entity text not null, name text, country text, sector text,
  day text not null,
  primary key (kind, item, role, entity)
) without rowid;
create index party_by_entity on party (entity, kind, day, item);
create index party_by_country on party (country, kind, day, item);

-- Reports that a person took out of a happening: they are never joined to it again.
create table apart (event text not null, happening text not null, primary key (event, happening)) without rowid;

create table entity (
  entity text primary key,
  name text not null, country text, sector text, role text,
  documents integer not null, mentions integer not null
) without rowid;
create index entity_by_documents on entity (documents, entity);
create table entity_document (
  entity text not null, document integer not null, mentions integer not null,
  primary key (entity, document)
) without rowid;
create index entity_document_by_document on entity_document (document);

create table place (
  document integer not null, name text not null, country text, admin1 text, latitude real, longitude real,
  geonames integer, feature text not null, mentions integer not null,
  primary key (document, name, feature)
) without rowid;
create index place_by_name on place (name);

create table dossier (
  slug text primary key, title text not null, question text not null, position integer not null
);

create virtual table document_fts using fts5 (title, text, content='document', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
create virtual table statement_fts using fts5 (quote, content='statement', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
create virtual table event_fts using fts5 (evidence, content='event', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');

create trigger document_added after insert on document begin
  insert into document_fts (rowid, title, text) values (new.n, new.title, new.text);
end;
create trigger document_removed after delete on document begin
  insert into document_fts (document_fts, rowid, title, text) values ('delete', old.n, old.title, old.text);
end;
create trigger statement_added after insert on statement begin
  insert into statement_fts (rowid, quote) values (new.n, new.quote);
end;
create trigger statement_removed after delete on statement begin
  insert into statement_fts (statement_fts, rowid, quote) values ('delete', old.n, old.quote);
  delete from party where kind = 'statement' and item = old.n;
end;
create trigger event_added after insert on event begin
  insert into event_fts (rowid, evidence) values (new.n, new.evidence);
end;
create trigger event_removed after delete on event begin
  insert into event_fts (event_fts, rowid, evidence) values ('delete', old.n, old.evidence);
  delete from party where kind = 'event' and item = old.n;
end;
create trigger position_removed after delete on position begin
  delete from party where kind = 'position' and item = old.n;
end;
create trigger commitment_removed after delete on commitment begin
  delete from party where kind = 'commitment' and item = old.n;
end;

create view events as
  select e.day, e.type, e.mode, e.status,
    (select group_concat(coalesce(name, entity), ', ') from party where kind = 'event' and item = e.n and role = 'actor') as actors,
    (select group_concat(coalesce(name, entity), ', ') from party where kind = 'event' and item = e.n and role = 'recipient') as recipients,
    e.place, e.evidence, d.source, d.title, h.documents as told_by, e.confidence, e.id, d.id as document_id
  from event e join document d on d.n = e.document left join happening h on h.n = e.happening;
create view statements as
  select s.day,
    (select group_concat(coalesce(name, entity), ', ') from party where kind = 'statement' and item = s.n and role = 'speaker') as speakers,
    s.quote, s.kind, d.source, d.title, s.confidence, s.id, d.id as document_id
  from statement s join document d on d.n = s.document;
create view positions as
  select p.day,
    (select group_concat(coalesce(name, entity), ', ') from party where kind = 'position' and item = p.n and role = 'holder') as holders,
    p.stance,
    (select group_concat(coalesce(name, entity), ', ') from party where kind = 'position' and item = p.n and role = 'toward') as toward,
    p.proposition, d.source, d.title, p.confidence, p.id, d.id as document_id
  from position p join document d on d.n = p.document;
create view commitments as
  select c.day,
    (select group_concat(coalesce(name, entity), ', ') from party where kind = 'commitment' and item = c.n and role = 'by') as by,
    c.strength, c.act, c.due, c.status, d.source, d.title, c.confidence, c.id, d.id as document_id
  from commitment c join document d on d.n = c.document;
`
