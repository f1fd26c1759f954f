import { TextField } from '../fields/TextField.tsx'

type Typed = { value: string; error: string | undefined; onChange: (value: string) => void }

/** Why a version is made: it stays in its history. */
export function ReasonFields({
  thing,
  why,
  said: { id, reason },
}: {
  /** What it is a version of: action. */
  thing: string
  why: string
  said: { id: string; reason: Typed }
}) {
  return (
    <TextField
      id={`${id}-reason`}
      label={why}
      hint={`It is kept with the ${thing}, for everybody to read.`}
      rows={2}
      {...reason}
    />
  )
}
