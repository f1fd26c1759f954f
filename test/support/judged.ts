import type { Database } from '../../server/store/database.ts'
import { type JudgedFigure, judgedByArea } from '../../server/store/withheld.ts'

/** Every figure that is judged for the public edition, of all areas. */
export async function findJudgedFigures(db: Database): Promise<JudgedFigure[]> {
  const found: JudgedFigure[] = []
  for await (const figures of judgedByArea(db)) found.push(...figures)
  return found
}
