/** The schema of version 3: watches, what they caught, and what is still to be delivered. */
export const SCHEMA_3 = `
create table watch (
  n integer primary key,
  id text not null unique,
  uid text not null,               -- made once and never again, even under the same id
  made_at text not null,
  mark integer not null,           -- arrival up to which the archive has been asked
  definition text not null         -- JSON of the watch
);

create table firing (
  n integer primary key,
  id text not null unique,
  watch integer not null references watch,
  at text not null,
  body text not null               -- JSON of the firing
);
create index firing_by_watch on firing (watch, n);

-- what a firing is known by: one that shares a member with it is the same firing again
create table firing_member (
  watch integer not null, member text not null, firing integer not null,
  primary key (watch, member)
) without rowid;

create table delivery (
  n integer primary key,
  firing integer not null references firing,
  channel text not null,           -- webhook, command
  state text not null,             -- waiting, delivered, refused
  attempts integer not null,
  next_at text not null,           -- ISO 8601: not before this instant
  error text,                      -- why it failed last
  unique (firing, channel)
);
create index delivery_by_state on delivery (state, next_at, n);
`
