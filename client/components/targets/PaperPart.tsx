import { DateField } from '../fields/DateField.tsx'
import { TextField } from '../fields/TextField.tsx'
import type { TargetFormParts } from './form.ts'

/** The paper behind a target. */
export function PaperPart({ parts: { field }, paper }: { parts: TargetFormParts; paper: string | null }) {
  return (
    <section aria-labelledby="target-paper">
      <h2 className="govuk-heading-m" id="target-paper">
        Where it is stated
      </h2>
      <TextField
        {...field('document')}
        rows={2}
        hint={paper === null ? 'The title of the paper or plan.' : `Now shown as: ${paper}`}
      />
      <TextField {...field('page', { optional: true })} hint="For example: page 12, item 5." />
      <DateField {...field('statedOn')} hint="The day of the paper." />
    </section>
  )
}
