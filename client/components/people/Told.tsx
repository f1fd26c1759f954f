/** What was just done, said to whoever can't see it too; nothing while `words` is empty. */
export function Told({ words }: { words: string | undefined }) {
  return <div role="status">{words && <p className="govuk-inset-text app-told">{words}</p>}</div>
}
