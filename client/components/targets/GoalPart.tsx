import { AIMS } from '../../../server/domain/rag.ts'
import { BASES, BASIS_WORDS, type Basis } from '../../../server/domain/target.ts'
import { AIM_WORDS } from '../../../server/domain/target-fields.ts'
import { capitalised } from '../../words.ts'
import { RadioField } from '../fields/RadioField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { BenchmarkFields } from './BenchmarkFields.tsx'
import type { TargetFormParts } from './form.ts'

/** Which way the figure shall go, and to what. What another kind of goal needs is asked for as soon as it is chosen. */
export function GoalPart({ parts }: { parts: TargetFormParts }) {
  const { draft, field } = parts
  const more: Partial<Record<Basis, React.ReactNode>> = {
    'fixed-value': <TextField {...field('value')} hint="In the unit of the measure, for example 443." />,
    'pct-from-baseline': (
      <TextField {...field('change')} hint="In per cent, with a minus for a fall: −33 is a third less." />
    ),
    'abs-from-baseline': (
      <TextField {...field('change')} hint="In the unit of the measure, with a minus for a fall: −120." />
    ),
    'to-benchmark': <BenchmarkFields parts={parts} />,
  }
  return (
    <section aria-labelledby="target-goal">
      <h2 className="govuk-heading-m" id="target-goal">
        The goal
      </h2>
      <RadioField
        {...field('aim')}
        options={AIMS.map((aim) => ({
          value: aim,
          label: AIM_WORDS[aim],
          more: aim === 'within' && (
            <>
              <TextField {...field('low')} />
              <TextField {...field('high')} />
            </>
          ),
        }))}
      />
      {draft.aim !== 'within' && (
        <RadioField
          {...field('basis')}
          options={BASES.filter((basis) => basis !== 'range').map((basis) => ({
            value: basis,
            label: capitalised(BASIS_WORDS[basis]),
            more: more[basis],
          }))}
        />
      )}
      <TextField
        {...field('statedChange', { optional: true })}
        hint="In per cent, as it is claimed, with a minus for a fall. It is shown beside what the figures give, and never corrected."
      />
    </section>
  )
}
