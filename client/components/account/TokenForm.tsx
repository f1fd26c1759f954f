import { type FormEvent, useState } from 'react'
import type { MakeTokenRequest, TokenMadeAnswer, TokensAnswer } from '../../../server/contract/account.ts'
import { makeTokenPath } from '../../../server/contract/paths.ts'
import { post } from '../../api.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { CheckList } from '../fields/CheckList.tsx'
import { RadioField } from '../fields/RadioField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { EDITIONS } from '../people/TokenTable.tsx'
import { useSending } from '../people/use-sending.ts'

const FIELDS = {
  name: 'key-name',
  permissions: 'key-permissions',
  edition: 'key-edition',
  days: 'key-days',
}

/** Makes a key for a program; what it is told is told once. */
export function TokenForm({
  table,
  onMade,
}: {
  table: TokensAnswer
  onMade: (made: TokenMadeAnswer) => void
}) {
  const [name, setName] = useState('')
  const [permissions, setPermissions] = useState<MakeTokenRequest['permissions']>(['read'])
  const [edition, setEdition] = useState<MakeTokenRequest['edition']>('public')
  const [days, setDays] = useState('90')
  const { faults, sent, busy, send, at } = useSending(() => {
    const isDays = /^\d+$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= table.longestDays
    return [
      ...(name.trim() ? [] : [{ field: FIELDS.name, message: 'Say what the key is for' }]),
      ...(permissions.length > 0
        ? []
        : [{ field: FIELDS.permissions, message: 'Choose at least one thing that it may do' }]),
      ...(isDays
        ? []
        : [{ field: FIELDS.days, message: `Write a number of days from 1 to ${table.longestDays}` }]),
    ]
  }, FIELDS)
  const make = (event: FormEvent) => {
    event.preventDefault()
    const wish = () => ({ name: name.trim(), permissions, edition, days: Number(days) })
    void send(
      () => post(makeTokenPath, wish()),
      (made) => {
        setName('')
        onMade(made)
      },
    )
  }
  return (
    <form onSubmit={make} noValidate aria-labelledby="new-key-heading" className="app-key-form">
      <h3 className="govuk-heading-s" id="new-key-heading">
        Make a key
      </h3>
      <ErrorSummary faults={faults} sent={sent} />
      <TextField
        id={FIELDS.name}
        label="What it is for"
        hint="For instance: nightly transfer of the return"
        error={at(FIELDS.name)}
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      <CheckList
        id={FIELDS.permissions}
        label="What it may do"
        hint="As little as the program needs."
        error={at(FIELDS.permissions)}
        options={table.permissions.map((permission) => ({ value: permission.id, label: permission.name }))}
        chosen={permissions}
        onChange={setPermissions}
      />
      {table.editions.length > 1 && (
        <RadioField
          id={FIELDS.edition}
          label="What it sees"
          value={edition}
          options={table.editions.map((each) => ({ value: each, label: EDITIONS[each] }))}
          onChange={(value) => setEdition(value === 'restricted' ? 'restricted' : 'public')}
        />
      )}
      <div className="app-short">
        <TextField
          id={FIELDS.days}
          label="For how many days"
          hint={`At most ${table.longestDays}. Then it stops, and you make another.`}
          error={at(FIELDS.days)}
          value={days}
          onChange={setDays}
          autoComplete="off"
        />
      </div>
      <button type="submit" className="govuk-button" aria-disabled={busy}>
        {busy ? 'Making the key…' : 'Make the key'}
      </button>
    </form>
  )
}
