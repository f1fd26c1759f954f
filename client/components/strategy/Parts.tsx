import { Link } from '@tanstack/react-router'
import type { ProgrammeAnswer } from '../../../server/contract/programmes.ts'
import { StatusTag } from '../Tag.tsx'
import { ComponentActions } from './ComponentActions.tsx'
import type { Shared } from './Opening.tsx'

/** What a strategy consists of: what is in place, and its components with the measures that they bear on and the actions for each. */
export function Parts({ answer, shared }: { answer: ProgrammeAnswer; shared: Shared }) {
  const { id: programme, blocks, components, note } = answer
  const areComponents = components.every(({ kind }) => kind === 'component')
  if (blocks.length === 0 && components.length === 0 && note === null) return null
  return (
    <section className="app-parts" aria-labelledby="parts">
      <h2 id="parts" className="govuk-heading-m">
        What the strategy consists of
      </h2>
      {components.length > 0 && (
        <>
          <h3 className="govuk-heading-s">
            {areComponents ? 'Components' : 'Its parts'}, the measures that they bear on, and what is done
          </h3>
          <ul className="app-components">
            {components.map(({ id, title, text, measures, actions }) => (
              <li key={id}>
                <p>
                  <strong>{title}.</strong> <span className="app-parts__text">{text}</span>
                </p>
                {measures.length === 0 ? (
                  <p className="app-small">No measure here bears on it.</p>
                ) : (
                  <ul>
                    {measures.map((measure) => (
                      <li key={measure.id}>
                        <Link to="/indicators/$id" params={{ id: measure.id }} className="govuk-link">
                          {measure.name}
                        </Link>
                        : {measure.words} <StatusTag status={measure.point?.status ?? null} />
                      </li>
                    ))}
                  </ul>
                )}
                <ComponentActions programme={programme} component={id} actions={actions} shared={shared} />
              </li>
            ))}
          </ul>
        </>
      )}
      {note && <p className="app-notes app-parts__text">{note}</p>}
      {blocks.length > 0 && (
        <>
          <h3 className="govuk-heading-s app-parts__blocks">Building blocks that are in place already</h3>
          <ul className="app-components app-components--blocks">
            {blocks.map(({ id, title, text }) => (
              <li key={id}>
                <p>
                  <strong>{title}.</strong> <span className="app-parts__text">{text}</span>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
