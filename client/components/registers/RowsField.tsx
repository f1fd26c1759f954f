import { type ReactNode, useEffect, useRef } from 'react'
import type { FieldAnswer, PlainField } from '../../../server/contract/registers.ts'
import { capitalised } from '../../words.ts'
import { FieldSet } from '../fields/FieldSet.tsx'
import { emptyRow, LINE, type RowDraft } from './draft.ts'
import { FilledField } from './FilledField.tsx'
import { idOf } from './faults.ts'

/** Rows of a few fields each, or lines of text: as many as there are, each of which can be taken out. */
export function RowsField({
  field,
  rows,
  at,
  onChange,
}: {
  field: FieldAnswer
  rows: readonly RowDraft[]
  at: (id: string) => string | undefined
  onChange: (rows: readonly RowDraft[]) => void
}) {
  const { name, label } = field
  const one = field.one ?? 'row'
  const box = useRef<HTMLFieldSetElement>(null)
  const added = useRef<number | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (added.current === null) return
    box.current
      ?.querySelector<HTMLElement>(`[data-row="${added.current}"] :is(input, textarea, select)`)
      ?.focus()
    added.current = null
  })
  return (
    <FieldSet
      ref={box}
      id={idOf(name)}
      className="app-rows"
      label={`${label} (optional)`}
      hint={field.hint && `${field.hint}.`}
      error={at(idOf(name))}
    >
      {rows.map((row, i) => (
        <Row key={row.key} row={row} legend={field.kind === 'rows' ? `${capitalised(one)} ${i + 1}` : null}>
          {fieldsOf(field, i).map((own) => {
            const id = idOf(field.kind === 'list' ? `${name}.${i}` : `${name}.${i}.${own.name}`)
            return (
              <FilledField
                key={own.name}
                id={id}
                field={own}
                error={at(id)}
                filled={row}
                onChange={(part) =>
                  onChange(rows.map((each) => (each.key === row.key ? { ...each, ...part } : each)))
                }
              />
            )
          })}
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => {
              onChange(rows.filter(({ key }) => key !== row.key))
              // The button that was pressed is gone with its row.
              add.current?.focus()
            }}
          >
            Take {one} {i + 1} out
          </button>
        </Row>
      ))}
      <button
        type="button"
        id={idOf(name)}
        ref={add}
        className="govuk-button govuk-button--secondary"
        onClick={() => {
          const key = Math.max(-1, ...rows.map((each) => each.key)) + 1
          added.current = key
          onChange([...rows, emptyRow(field, key)])
        }}
      >
        {rows.length === 0 ? 'Add' : 'Add another'} {rows.length === 0 && articleOf(one)}
        {one}
      </button>
    </FieldSet>
  )
}

const articleOf = (word: string) => (/^[aeiou]/.test(word) ? 'an ' : 'a ')

/** A row of several fields says what it is; a line is labelled itself. */
function Row({ row, legend, children }: { row: RowDraft; legend: string | null; children: ReactNode }) {
  if (legend === null) {
    return (
      <div className="app-rows__row" data-row={row.key}>
        {children}
      </div>
    )
  }
  return (
    <fieldset className="govuk-fieldset app-rows__row" data-row={row.key}>
      <legend className="govuk-label govuk-label--s">{legend}</legend>
      {children}
    </fieldset>
  )
}

/** Of a list each row is one line of text. */
function fieldsOf({ kind, fields, one }: FieldAnswer, place: number): readonly PlainField[] {
  if (kind === 'rows') return fields
  const label = `${capitalised(one ?? LINE)} ${place + 1}`
  return [{ name: LINE, label, hint: null, kind: 'text', required: true, one: null, options: [] }]
}
