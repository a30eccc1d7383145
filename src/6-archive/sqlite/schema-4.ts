/** The schema of version 4: events of other data sets, beside our own for comparison. */
export const SCHEMA_4 = `
create table foreign_event (
  n integer primary key,
  id text not null unique,         -- of the row: the same row is kept once
  data_set text not null,          -- polecat, icews, gdelt
  day text not null,
  body text not null               -- JSON of the event
);
create index foreign_event_by_day on foreign_event (data_set, day, n);
`
