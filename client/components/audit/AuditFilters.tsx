import { type FormEvent, useState } from 'react'
import type { AuditAnswer } from '../../../server/contract/audit.ts'
import { capitalised } from '../../words.ts'
import { Choice } from '../Choice.tsx'

export type AuditSearch = {
  action?: string | undefined
  who?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Which records are shown: what was done, by whom, and between which days. */
export function AuditFilters(props: {
  answer: AuditAnswer
  search: AuditSearch
  onChoose: (next: AuditSearch) => void
}) {
  const { answer, search, onChoose } = props
  return (
    <div className="app-controls app-audit__choices">
      <Choice
        label="What was done"
        value={search.action ?? ''}
        options={[
          { value: '', label: 'Everything' },
          ...answer.actions.map(({ action, words }) => ({ value: action, label: capitalised(words) })),
        ]}
        onChoose={(action) => onChoose({ action: action || undefined })}
      />
      <Choice
        label="Who did it"
        value={search.who ?? ''}
        options={[
          { value: '', label: 'Everybody' },
          ...answer.people.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChoose={(who) => onChoose({ who: who || undefined })}
      />
      <Days key={`${search.from} ${search.to}`} search={search} onChoose={onChoose} />
    </div>
  )
}

function Days({ search, onChoose }: { search: AuditSearch; onChoose: (next: AuditSearch) => void }) {
  const [from, setFrom] = useState(search.from ?? '')
  const [to, setTo] = useState(search.to ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChoose({ from: from || undefined, to: to || undefined })
  }
  return (
    <form onSubmit={submit} className="app-audit__days">
      <div>
        <label htmlFor="audit-from">From day</label>
        <input
          id="audit-from"
          type="date"
          className="govuk-input"
          value={from}
          max={to || undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor="audit-to">To day</label>
        <input
          id="audit-to"
          type="date"
          className="govuk-input"
          value={to}
          min={from || undefined}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Show these days
      </button>
    </form>
  )
}
