import { readEnv } from '../env.ts'
import { loadReference } from '../reference.ts'
import { migrate, openDatabase } from '../store/database.ts'
import { backupCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { importCommand, type Surroundings } from './import.ts'
import { restoreCommand } from './restore.ts'
import { type UserSurroundings, userCommand } from './user.ts'

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
  user reset-second-step <email>
      Take the second step of sign-in away from whoever lost it, to be set up anew.

  backup <file>
      Copy the whole database into a new file, while the dashboard runs. The file is read
      back before it is called done, and can be restored to SQLite and to PostgreSQL.

  restore <file> [--replace]
      Fill an empty database with a backup. Stop the dashboard first. --replace takes the
      place of what is there, which is put into a backup beside the file before.

  check
      Look whether the database is whole, the record of who did what is unchanged, and
      the public edition gives no small number away. Repairs nothing.
`

type Command = (args: string[], around: Omit<UserSurroundings, 'db'>) => Promise<number>

/** What works on the database of this version, opened for it. */
function onDatabase(
  run: (args: string[], around: UserSurroundings & Surroundings) => Promise<number>,
): Command {
  return async (args, around) => {
    const db = await openDatabase(around.env.DATABASE_URL)
    try {
      await migrate(db)
      return await run(args, { ...around, db, reference: loadReference() })
    } finally {
      await db.destroy()
    }
  }
}

const COMMANDS = new Map<string, Command>([
  ['import', onDatabase(importCommand)],
  ['user', onDatabase(userCommand)],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['check', onDatabase(checkCommand)],
])

async function main(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE)
    return 0
  }
  const command = COMMANDS.get(name)
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${USAGE}`)
    return 2
  }
  return command(rest, {
    env: readEnv(process.env),
    stdin: process.stdin,
    now: new Date(),
    write: (text) => process.stdout.write(text),
  })
}

/** Who asks wrongly is told so with another exit code than who meets a fault. */
const isUsage = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error && error.message ? error.message : error}\n`)
  process.exitCode = isUsage(error) ? 2 : 1
}
