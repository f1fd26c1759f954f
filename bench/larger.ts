import { copyFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/** Copies a database and puts each figure into it 99 times more, as breakdowns that nobody asks for. */
export function makeLarger(from: string, to: string): void {
  copyFileSync(from, to)
  const db = new Sqlite(to)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  const { highest } = db.prepare('select max(id) as highest from series').get() as { highest: number }
  db.exec('begin')
  for (let copy = 1; copy < 100; copy++) {
    const shift = copy * highest
    db.exec(
      `insert into series select id + ${shift}, indicator_id, dimension || '#${copy}', area_id from series where id <= ${highest}`,
    )
    db.exec(
      `insert into figure select series_id + ${shift}, period, release_id, value, missing, numerator, denominator, status, note, doubt, withheld from figure where series_id <= ${highest}`,
    )
  }
  db.exec('commit')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
