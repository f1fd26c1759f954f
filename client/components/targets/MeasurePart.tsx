import { useQuery } from '@tanstack/react-query'
import { indicator, programmes } from '../../queries.ts'
import { capitalised } from '../../words.ts'
import { RadioField } from '../fields/RadioField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { MeasureOptions } from '../versions/MeasureOptions.tsx'
import type { TargetFormParts } from './form.ts'

/** What is measured, which stays once a target is set, and what is aimed at in a sentence. */
export function MeasurePart({ parts, fixed }: { parts: TargetFormParts; fixed: string | null }) {
  const { field, draft } = parts
  const { data } = useQuery(programmes())
  return (
    <section aria-labelledby="target-what">
      <h2 className="govuk-heading-m" id="target-what">
        The measure and the aim
      </h2>
      {fixed === null ? (
        <MeasureChoice parts={parts} />
      ) : (
        <p className="govuk-body">
          <strong>Measure:</strong> {fixed}. What is measured stays: for another measure, take this target out
          and set a new one.
        </p>
      )}
      <TextField
        {...field('title')}
        rows={2}
        hint="In the words of the paper that states it, for example: fall to the average of similar authorities in five years."
      />
      <SelectField
        {...field('programme', { optional: true })}
        hint="The strategy or plan that it is part of."
      >
        <option value="">None</option>
        {data?.plans
          .filter(({ id, area, retired }) => id === draft.programme || (area === draft.area && !retired))
          .map(({ id, name, retired }) => (
            <option key={id} value={id}>
              {name}
              {retired && ' (taken out)'}
            </option>
          ))}
      </SelectField>
    </section>
  )
}

function MeasureChoice({ parts: { draft, set, field } }: { parts: TargetFormParts }) {
  const { data: chosen } = useQuery({ ...indicator(draft.indicator), enabled: draft.indicator !== '' })
  // What is drawn stays until the next answer is here, so it has to be asked whose it is.
  const hasNumber = chosen?.id === draft.indicator && chosen.countView !== null
  return (
    <>
      <SelectField {...field('indicator')} onChange={(id) => set({ indicator: id, view: 'rate' })}>
        <option value="">Choose a measure</option>
        <MeasureOptions />
      </SelectField>
      {hasNumber && (
        <RadioField
          {...field('view')}
          options={[
            { value: 'rate', label: capitalised(chosen.unitText) },
            { value: 'count', label: `As a number: ${chosen.numerator.replace(/\.$/, '')}` },
          ]}
        />
      )}
    </>
  )
}
