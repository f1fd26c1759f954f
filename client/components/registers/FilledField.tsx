import type { PlainField } from '../../../server/contract/registers.ts'
import { FlagField } from '../fields/FlagField.tsx'
import type { Filled } from './draft.ts'
import { MeasuresField } from './MeasuresField.tsx'
import { PlainEntryField } from './PlainEntryField.tsx'

/** A field of an entry, or of one of its rows, by what it holds. */
export function FilledField(props: {
  id: string
  field: PlainField
  /** What helps beside the field’s own hint. */
  shownAs?: string | undefined
  error: string | undefined
  filled: Filled
  onChange: (part: Partial<Filled>) => void
}) {
  const { id, field, shownAs, error, filled, onChange } = props
  const { texts, flags, measures } = filled
  const { name, kind, label } = field
  if (kind === 'flag') {
    return (
      <FlagField
        id={id}
        label={label}
        error={error}
        checked={flags[name] ?? false}
        onChange={(checked) => onChange({ flags: { ...flags, [name]: checked } })}
      />
    )
  }
  if (kind === 'measures') {
    return (
      <MeasuresField
        id={id}
        field={field}
        error={error}
        chosen={measures[name] ?? []}
        onChange={(chosen) => onChange({ measures: { ...measures, [name]: chosen } })}
      />
    )
  }
  return (
    <PlainEntryField
      id={id}
      field={field}
      shownAs={shownAs}
      error={error}
      value={texts[name] ?? ''}
      onChange={(value) => onChange({ texts: { ...texts, [name]: value } })}
    />
  )
}
