import { SHAPE_WORDS, SHAPES } from '../../../server/domain/trajectory.ts'
import { hasMilestones } from '../../target-draft.ts'
import { capitalised } from '../../words.ts'
import { DateField } from '../fields/DateField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import type { TargetFormParts } from './form.ts'
import { Milestones } from './Milestones.tsx'

/** Where it starts, when it is due, and which way leads there. */
export function PathPart({ parts }: { parts: TargetFormParts }) {
  const { draft, field } = parts
  return (
    <section aria-labelledby="target-path">
      <h2 className="govuk-heading-m" id="target-path">
        Where it starts, and the path
      </h2>
      <p className="govuk-body">
        A figure is rated by what the path asks for on its own day, not by the goal at the end. The baseline
        stays as it is set here, even where the figure is corrected later.
      </p>
      <TextField {...field('baseline.value', { optional: true })} hint="The value that it starts from." />
      <DateField {...field('baseline.on', { optional: true })} />
      <TextField
        {...field('baseline.source', { optional: true })}
        rows={2}
        hint="For example: published for 31 March 2025 by the Department for Education."
      />
      {draft.aim !== 'within' && (
        <SelectField
          {...field('shape')}
          hint="All but “all of it from the first day on” need a baseline and the day on which it is due."
        >
          {SHAPES.map((shape) => (
            <option key={shape} value={shape}>
              {capitalised(SHAPE_WORDS[shape])}
            </option>
          ))}
        </SelectField>
      )}
      <DateField {...field('due', { optional: true })} hint="The day by which it shall be reached." />
      <TextField
        {...field('dueNote', { optional: true })}
        rows={2}
        hint="Where the paper names no day, or it is read out of “in five years”."
      />
      {hasMilestones(draft) && <Milestones parts={parts} />}
    </section>
  )
}
