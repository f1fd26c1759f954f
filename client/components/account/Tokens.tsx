import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TokenMadeAnswer } from '../../../server/contract/account.ts'
import { ownTokenPath } from '../../../server/contract/paths.ts'
import { ownTokens } from '../../queries.ts'
import { momentInWords } from '../../words.ts'
import { Once } from '../people/Once.tsx'
import { TokenTable } from '../people/TokenTable.tsx'
import { TokenForm } from './TokenForm.tsx'

/** One's keys for programs; nothing for whoever has none and may make none. */
export function Tokens({ onTold }: { onTold: (words: string) => void }) {
  const { data } = useSuspenseQuery(ownTokens())
  const [made, setMade] = useState<TokenMadeAnswer | null>(null)
  const mayMake = data.permissions.length > 0
  if (!mayMake && data.tokens.length === 0) return null
  return (
    <section aria-labelledby="keys-heading" className="app-part">
      <h2 className="govuk-heading-m" id="keys-heading">
        Keys for programs
      </h2>
      <p className="govuk-body">
        With a key a program asks this dashboard for figures, or sends them, in your name: a spreadsheet, a
        nightly transfer. It never does more than you may do yourself at the time.
      </p>
      {made && (
        <Once key={made.id} heading="Your new key" label="Key" secret={made.secret}>
          <p className="govuk-body">
            Copy it now: it is not shown again. It works until {momentInWords(made.expiresAt)}. Keep it as you
            keep a password. A program sends it with every request, for instance:
          </p>
          <pre className="app-code">
            <code>{exampleOf(made.secret)}</code>
          </pre>
        </Once>
      )}
      {data.tokens.length > 0 && <TokenTable tokens={data.tokens} pathOf={ownTokenPath} onTold={onTold} />}
      {mayMake && <TokenForm table={data} onMade={setMade} />}
    </section>
  )
}

const exampleOf = (secret: string) =>
  `curl --header "Authorization: Bearer ${secret}" \\\n  ${window.location.origin}/api/scorecards/mtfs.csv`
