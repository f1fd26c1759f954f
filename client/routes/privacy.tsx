import { createFileRoute, Link } from '@tanstack/react-router'
import { LONGEST_TOKEN_DAYS } from '../../server/domain/permission-words.ts'
import {
  CLEARING_HOURS,
  hoursInWords,
  JOIN_LINK_DAYS,
  PASSWORD_LINK_DAYS,
  SESSION_LONGEST_HOURS,
  SESSION_WORDS,
} from '../../server/domain/retention.ts'
import { Screen } from '../components/Screen.tsx'
import { useSession } from '../use-session.ts'

export const Route = createFileRoute('/privacy')({ component: Privacy })

/** What is kept of whoever has an account, and until when. */
const KEPT = [
  [
    'Name, email address, role',
    'Also what else you may do or see, and when the account was made, so that you can sign in and others know who did what. Kept until the account is erased.',
  ],
  [
    'Password',
    'Never the password itself: only a sum by which it can be checked, and from which nobody can read it. Kept until you choose another, or the account is erased.',
  ],
  [
    'Second step of sign-in',
    'If you turned it on: the key that your authenticator app has too, and your recovery codes, both encrypted. Kept until you turn it off, an administrator resets it, or the account is erased. A code that you used is noted for a day at most, so that nobody uses it again.',
  ],
  [
    'Sessions',
    `When you signed in, when you were last here, and what your browser says of itself. No network address. ${SESSION_WORDS} Signing out takes it away, and so does signing in again in the same browser. One that ended by itself is deleted the next time that anybody signs in, and within ${CLEARING_HOURS} hours in any case.`,
  ],
  [
    'One-time links',
    `The name, address and role that a link was made for, who made it, and when. The link itself is not kept. It opens once: within ${JOIN_LINK_DAYS} days to join, within ${PASSWORD_LINK_DAYS} day to choose another password. What was used stays until the account is erased; what ran out is deleted within ${CLEARING_HOURS} hours.`,
  ],
  [
    'Keys for programs',
    `The name that you gave a key, what it may do, when it was made, and the day it was last used. Not the key itself. It works for ${LONGEST_TOKEN_DAYS} days at most. The note of it stays until the account is erased.`,
  ],
  [
    'Your name beside what you did',
    'Files that you uploaded, published or withdrew, sheets whose headings you explained, entries that you changed. Kept there is the key of your account, as long as they are; your name is looked up whenever they are read. Once the account is erased, “Former member of staff” is read in its place.',
  ],
  [
    'The record of changes',
    'Every change, every sign-in, and every reading of the record, with its time and the key of the account: never its name or address. Reasons and texts are kept as they were written. Who was refused at sign-in is not noted, only that somebody was. The record is kept for good, so that nobody can do something and wipe it away.',
  ],
] as const

/** What the program keeps about people: every sentence is true of the code, and the tests hold it to the numbers. */
function Privacy() {
  const session = useSession()
  return (
    <Screen title="What this dashboard keeps about people">
      <p className="govuk-body-l">
        Totals about children, and little about the people who use it. This page says what the program itself
        keeps, for how long, and who sees it. The council that runs the dashboard decides what it is used for
        and answers for it.
      </p>

      <h2 className="govuk-heading-m">Children and families</h2>
      <p className="govuk-body">
        No child is in it. It holds totals: how many children, of which kind, in which quarter. A small total
        can still point to somebody, so{' '}
        <Link to="/security" className="govuk-link">
          small numbers are kept from the public
        </Link>
        .
      </p>
      <p className="govuk-body">
        Every file is looked through before anything of it is kept. One that looks as if it had rows about
        single children (names, dates of birth, postcodes, numbers of pupils or patients) is refused. Nothing
        of it is kept, not even what it was called. The record says only that somebody sent such a file. What
        does not look like that can’t be recognised, so whoever uploads a file makes sure that it holds totals
        only.
      </p>

      <h2 className="govuk-heading-m">If you only read</h2>
      <p className="govuk-body">
        You need no account to read what the council has opened to everybody. You get no cookie, and nobody
        keeps what you look at. While the program counts requests, so that nobody floods it, it has your
        network address in its memory; it never writes the address down. Your browser remembers how far you
        scrolled, until you close the tab.
      </p>

      <h2 className="govuk-heading-m">If you have an account</h2>
      <dl className="app-catalogue">
        {KEPT.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>

      <h2 className="govuk-heading-m">One cookie</h2>
      <p className="govuk-body">
        When you sign in, your browser gets one cookie: a random word that stands for your session. Scripts
        can’t read it, and it says nothing about you. Your browser keeps it for{' '}
        {hoursInWords(SESSION_LONGEST_HOURS)} from signing in; the session may end before, and signing out
        takes it away. While you are signing in there is one more, for ten minutes at most, which ties the
        second step to the first, or your way back from the council’s directory to your way there. No cookie
        measures or advertises anything.
      </p>

      <h2 className="govuk-heading-m">Who sees it</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <strong>You:</strong> your account, where you are signed in, and your keys, on the page “Your
          account”.
        </li>
        <li>
          <strong>Administrators:</strong> names, addresses, roles, whether somebody’s second step is on, when
          they were last here, the names of keys, and the record of changes. Reading the record is on record
          too.
        </li>
        <li>
          <strong>People who see small numbers:</strong> names beside what was done. The public reads “the
          council” there.
        </li>
        <li>
          <strong>Whoever runs the machine</strong> for the council can read the database, and has the copies
          that are made of it.
        </li>
      </ul>

      <h2 className="govuk-heading-m">What is sent elsewhere</h2>
      <p className="govuk-body">
        Nothing. The program sends no email and no statistics, and its pages load nothing from other sites.
      </p>
      <p className="govuk-body">
        A council can let its staff sign in with its own directory
        {session && (session.provider ? ` (here: ${session.provider.name})` : ' (this dashboard does not)')}.
        Then your browser goes there and comes back. The program asks the directory for your name, your email
        address, your groups and its own number for you. It keeps the name, the address and the number, and no
        picture. Where somebody else here has your name, the part of your address before the @ stands behind
        yours. Groups say what you may do each time you sign in; they are not kept, nor is anything that would
        let the program ask again. What they change is on record.
      </p>

      <h2 className="govuk-heading-m">The log</h2>
      <p className="govuk-body">
        For whoever runs it the program writes down when it started, what went wrong inside it, and which
        requests it refused: the time, the part of the program, a number that you are told as well, and the
        key of your account if you were signed in. For the network that a refused request came from, and for
        the email address that somebody could not sign in with, it writes a word that means nothing to anybody
        once the day is over. No names, no addresses of people or networks, and nothing that was sent or
        searched for. The council’s own network in front of it may keep more.
      </p>

      <h2 className="govuk-heading-m">Your rights, and whom to ask</h2>
      <p className="govuk-body">
        Ask the council that runs this dashboard: for a copy of what is kept about you, to put it right, to
        have it erased, or if you object to it. You can complain to the United Kingdom’s regulator of data
        protection as well.
      </p>
      <p className="govuk-body">
        An administrator can put your name right, and close and then erase your account. A closed account is
        kept until somebody erases it: nothing is erased by itself, since it can’t be undone. Erasing removes
        your name, address, password, second step, sessions, links and keys. What you did stays, and so does
        the record, which knows no names. Three things are not found by it: a name that somebody wrote into
        the text of an entry or a reason, where roles should stand and not names; a name that was given with a
        file on the command line, where somebody else here has the same; and copies of the database that were
        made before.
      </p>
    </Screen>
  )
}
