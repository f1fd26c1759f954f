import { BENCHMARK_GROUPS, MODES, STATISTICS } from '../../../server/domain/target.ts'
import { GROUP_WORDS, MODE_WORDS, STATISTIC_CHOICES } from '../../../server/domain/target-fields.ts'
import { RadioField } from '../fields/RadioField.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import { TextField } from '../fields/TextField.tsx'
import type { TargetFormParts } from './form.ts'

/** Whose figure a target goes to, and whether the goal moves with it. */
export function BenchmarkFields({ parts: { draft, field } }: { parts: TargetFormParts }) {
  return (
    <>
      <RadioField
        {...field('benchmark.group')}
        options={BENCHMARK_GROUPS.map((group) => ({
          value: group,
          label: GROUP_WORDS[group],
          more: group === 'neighbours' && (
            <>
              <SelectField {...field('benchmark.model')}>
                <option value="2025">Those of the 2025 list</option>
                <option value="2021">Those of the 2021 list</option>
              </SelectField>
              <SelectField {...field('benchmark.statistic')}>
                {STATISTICS.map((statistic) => (
                  <option key={statistic} value={statistic}>
                    {STATISTIC_CHOICES[statistic]}
                  </option>
                ))}
              </SelectField>
            </>
          ),
        }))}
      />
      <RadioField
        {...field('benchmark.mode')}
        options={MODES.toReversed().map((mode) => ({ value: mode, label: MODE_WORDS[mode] }))}
      />
      {draft['benchmark.mode'] === 'frozen' && (
        <>
          <TextField {...field('benchmark.frozen.value')} />
          <TextField {...field('benchmark.frozen.period')} hint="For example 2024-25, or 31 March 2025." />
        </>
      )}
    </>
  )
}
