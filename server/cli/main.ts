import { readEnv } from '../env.ts'
import { loadReference } from '../reference.ts'
import { migrate, openDatabase } from '../store/database.ts'
import { importCommand } from './import.ts'

const USAGE = `Usage: npm run cli -- <command>

  import <file> [--by NAME] [--reason TEXT] [--dry-run]
      Check a file and publish it. Knows DfE's files in the national layout, lists of
      statistical neighbours, population estimates and the quarterly return.
      --reason accepts warnings; --dry-run only says what would happen.
`

async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args
  if (command !== 'import') {
    process.stderr.write(USAGE)
    return command === undefined || command === 'help' ? 0 : 2
  }
  const env = readEnv(process.env)
  const db = await openDatabase(env.DATABASE_URL)
  try {
    await migrate(db)
    return await importCommand(rest, {
      db,
      reference: loadReference(),
      now: new Date(),
      write: (text) => process.stdout.write(text),
    })
  } finally {
    await db.destroy()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
