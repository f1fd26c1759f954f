import { boxClass, FieldFault, type Framed, noted } from './FieldNotes.tsx'

/** A box to tick. */
export function FlagField(
  props: Pick<Framed, 'id' | 'label' | 'error'> & {
    checked: boolean
    onChange: (checked: boolean) => void
  },
) {
  const { id, label, error, checked, onChange } = props
  return (
    <div className={boxClass('govuk-form-group app-flag', error)}>
      <FieldFault id={id} error={error} />
      <label>
        <input
          id={id}
          type="checkbox"
          {...noted({ id, error })}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
    </div>
  )
}
