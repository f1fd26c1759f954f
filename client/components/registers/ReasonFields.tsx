import { TextField } from '../TextField.tsx'

type Typed = { value: string; error: string | undefined; onChange: (value: string) => void }

/** Why something is done to an entry, and who does it: both stay in its history. */
export function ReasonFields({
  id,
  thing,
  why,
  reason,
  name,
}: {
  id: string
  /** What the entry is: action. */
  thing: string
  why: string
  reason: Typed
  name: Typed
}) {
  return (
    <>
      <TextField
        id={`${id}-reason`}
        label={why}
        hint={`It is kept with the ${thing}, for everybody to read.`}
        rows={2}
        {...reason}
      />
      <TextField id={`${id}-by`} label="Your name" autoComplete="name" {...name} />
    </>
  )
}
