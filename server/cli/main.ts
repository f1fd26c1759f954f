import { readEnv } from '../env.ts'
import { loadReference } from '../reference.ts'
import { migrate, openDatabase } from '../store/database.ts'
import { checkCommand } from './check.ts'
import { importCommand } from './import.ts'
import { userCommand } from './user.ts'

const USAGE = `Usage: npm run cli -- <command>

  import <file> [--by NAME] [--reason TEXT] [--dry-run]
      Check a file and publish it. Knows DfE's files in the national layout, lists of
      statistical neighbours, population estimates and the quarterly return.
      --reason accepts warnings; --dry-run only says what would happen.

  user add <email> --role viewer|leader|analyst|admin [--name NAME] [--approver] [--restricted]
      Let a person sign in. The password is read from standard input.
  user list
  user link <email>
      Make a one-time link to a new password, for whoever is locked out.

  check
      Look whether the database is whole, the record of who did what is unchanged, and
      the public edition gives no small number away. Repairs nothing.
`

const COMMANDS = { import: importCommand, check: checkCommand, user: userCommand }

async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args
  if (command !== 'import' && command !== 'check' && command !== 'user') {
    process.stderr.write(USAGE)
    return command === undefined || command === 'help' ? 0 : 2
  }
  const env = readEnv(process.env)
  const db = await openDatabase(env.DATABASE_URL)
  try {
    await migrate(db)
    return await COMMANDS[command](rest, {
      db,
      env,
      stdin: process.stdin,
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
