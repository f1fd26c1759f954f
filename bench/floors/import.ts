import { createReadStream } from 'node:fs'
import Database from 'better-sqlite3'
import { parse } from 'csv-parse'

/** The floor of an import: csv-parse into better-sqlite3 with a unique index, in one transaction, with no check at all. */
const [file = '', target = ''] = process.argv.slice(2)
const db = new Database(target)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(
  'create table figure (period text, indicator text, area text, dimension text, numerator real, denominator real, value real, status text, note text);' +
    'create unique index figure_key on figure (indicator, area, dimension, period)',
)
const insert = db.prepare('insert into figure values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
db.exec('begin')
for await (const row of createReadStream(file).pipe(parse({ from_line: 2 }))) {
  insert.run(row[0], row[1], row[2], row[3], Number(row[4]), Number(row[5]), Number(row[6]), row[7], row[8])
}
db.exec('commit')
