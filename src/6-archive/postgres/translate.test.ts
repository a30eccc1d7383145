import { describe, expect, it } from 'vitest'
import { translate } from './translate.ts'

describe('translate', () => {
  it.each([
    ['select * from event where id = ? and day > ?', 'select * from event where id = $1 and day > $2'],
    ["select '?' as mark where id = ?", "select '?' as mark where id = $1"],
    [
      'from document d cross join event x on x.document = d.n',
      'from document d join event x on x.document = d.n',
    ],
    [
      'insert or ignore into clue (clue) values (?)',
      'insert into clue (clue) values ($1) on conflict do nothing',
    ],
    [
      'insert into tally (key, n) values (?, ?) on conflict (key) do update set n = n + excluded.n, key = key returning n',
      'insert into tally (key, n) values ($1, $2) on conflict (key) do update set n = tally.n + excluded.n, key = tally.key returning n',
    ],
    [
      'insert into r (a, b) values (?, ?) on conflict (a) do update set b = min(b, excluded.b)',
      'insert into r (a, b) values ($1, $2) on conflict (a) do update set b = least(r.b, excluded.b)',
    ],
  ])('%s', (sqlite, postgres) => expect(translate(sqlite).sql).toBe(postgres))

  it('asks a full-text table, under its own name or another', () => {
    const own = translate('select rowid from event_fts where event_fts match ? and rowid > ?')
    expect(own.sql).toBe(
      'select rowid from event_fts where event_fts.words @@ $1::text::tsquery and rowid > $2',
    )
    expect(own.bind(['keys : _7', 3])).toEqual(["'_7':C", 3])
    const other = translate('select f.rowid from event_fts f where f.rowid > ? and event_fts match ?')
    expect(other.sql).toBe(
      'select f.rowid from event_fts f where f.rowid > $1 and f.words @@ $2::text::tsquery',
    )
    expect(other.bind([3, '"talks"'])).toEqual([3, "'talk'"])
  })

  it('writes into a full-text table', () => {
    const { sql, bind } = translate(
      'insert into document_fts (rowid, title, words, keys) values (?, ?, ?, ?)',
    )
    expect(sql).toBe('insert into document_fts (rowid, words) values ($1, $2::text::tsvector)')
    expect(bind([5, 'Talks', 'they met', '_1'])).toEqual([5, "'talk':1A 'thei':102B 'met':103B '_1':204C"])
  })
})
