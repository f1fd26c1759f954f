import { SETTERS } from '../../../server/domain/target.ts'
import { SETTER_WORDS, TOLERANCE_WORDS } from '../../../server/domain/target-fields.ts'
import { USUAL } from '../../target-draft.ts'
import { DateField } from '../fields/DateField.tsx'
import { RadioField } from '../fields/RadioField.tsx'
import { TextField } from '../fields/TextField.tsx'
import type { TargetFormParts } from './form.ts'

/** How it is rated, whose it is, who approved it, and when it is looked at again. */
export function OwnerPart({ parts: { field } }: { parts: TargetFormParts }) {
  const size = <TextField {...field('toleranceSize')} />
  return (
    <>
      <section aria-labelledby="target-rating">
        <h2 className="govuk-heading-m" id="target-rating">
          How it is rated
        </h2>
        <RadioField
          {...field('tolerance')}
          hint="How far from what the path asks for a figure is still amber. The usual rule: 2 percentage points for percentages, 1 where less than 20 is asked for, 5% for all else."
          options={[
            { value: USUAL, label: 'The usual rule' },
            ...(['percent', 'points', 'absolute'] as const).map((kind) => ({
              value: kind,
              label: TOLERANCE_WORDS[kind],
              more: size,
            })),
          ]}
        />
      </section>
      <section aria-labelledby="target-owner-heading">
        <h2 className="govuk-heading-m" id="target-owner-heading">
          Whose it is
        </h2>
        <RadioField
          {...field('setBy')}
          options={SETTERS.toSorted((a) => (a === 'local' ? -1 : 0)).map((value) => ({
            value,
            label: SETTER_WORDS[value],
          }))}
        />
        <TextField
          {...field('owner')}
          hint="The role, not a name: for example Director of Children’s Services."
        />
        <DateField
          {...field('approvedOn', { optional: true })}
          hint="Without a day of approval it is shown as stated, and nothing is rated by it."
        />
        <TextField
          {...field('approval', { optional: true })}
          rows={2}
          hint="And where that is recorded, for example: Cabinet, 1 May 2026, item 7."
        />
        <TextField
          {...field('rationale', { optional: true })}
          rows={3}
          hint="Members ask for it: is it realistic, and what was it set by?"
        />
        <TextField
          {...field('standard', { optional: true })}
          rows={2}
          hint="Where law or guidance asks for something else than this target."
        />
        <DateField {...field('reviewOn', { optional: true })} />
        <DateField {...field('endsOn', { optional: true })} hint="Where it runs out by itself." />
      </section>
    </>
  )
}
