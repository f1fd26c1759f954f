import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PlainField } from '../../../server/contract/registers.ts'
import { areas } from '../../queries.ts'
import { AreaOptions } from '../AreaPicker.tsx'
import { DateField } from '../fields/DateField.tsx'
import { RadioField } from '../fields/RadioField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { MeasureOptions } from '../versions/MeasureOptions.tsx'

/** So few words can be seen at once; more are in a list. */
const MOST_RADIOS = 4

/** A field that holds one value, by its kind. */
export function PlainEntryField(props: {
  id: string
  field: PlainField
  /** What helps beside the field’s own hint. */
  shownAs?: string | undefined
  error: string | undefined
  value: string
  onChange: (value: string) => void
}) {
  const { id, field, shownAs, error, value, onChange } = props
  const { kind, options, required } = field
  const hints = [field.hint && `${field.hint}.`, shownAs && `Now shown as: ${shownAs}`].filter(Boolean)
  const shared = {
    id,
    label: `${field.label}${required ? '' : ' (optional)'}`,
    hint: hints.length > 0 ? hints.join(' ') : undefined,
    error,
    value,
    onChange,
  }
  if (kind === 'day') return <DateField {...shared} />
  if (kind === 'measure') return <ListField {...shared} required={required} options={<MeasureOptions />} />
  if (kind === 'area') return <ListField {...shared} required={required} options={<AllAreas />} />
  if (kind === 'choice' && required && options.length <= MOST_RADIOS)
    return <RadioField {...shared} options={options} />
  if (kind === 'choice' || kind === 'entry' || options.length > 0) {
    const isOffered = value === '' || options.some((option) => option.value === value)
    const kept = isOffered ? [] : [{ value, label: `${value} (not one of these)` }]
    const list = [...options, ...kept].map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))
    return <ListField {...shared} required={required} options={list} />
  }
  if (kind === 'text') return <TextField {...shared} rows={4} />
  return (
    <div className={kind === 'number' ? 'app-short' : undefined}>
      <TextField {...shared} />
    </div>
  )
}

function ListField({
  required,
  options,
  ...field
}: Omit<Parameters<typeof SelectField>[0], 'children'> & { required: boolean; options: ReactNode }) {
  return (
    <SelectField {...field}>
      <option value="">{required ? 'Choose one' : 'None'}</option>
      {options}
    </SelectField>
  )
}

function AllAreas() {
  const { data } = useQuery(areas())
  return <AreaOptions areas={data?.areas ?? []} />
}
