import type { Who } from './auth/who.ts'
import type { Indicator } from './contract/catalogue.ts'
import { publicReference, referenceOf } from './public-reference.ts'
import type { Reference } from './reference.ts'
import type { Database } from './store/database.ts'
import { limitedEdition, publicEdition } from './store/edition.ts'

/** The figures, the registers and the catalogue as somebody may see them. */
export type SeenEdition = { db: Database; reference: Reference }

/** What of somebody decides which edition they see. */
type Reader = Pick<Who, 'edition' | 'themes'>

/** Gives each their edition; those who see the same share one, with all that it keeps. */
export function createEditions(db: Database, reference: Reference): (who: Reader) => SeenEdition {
  const forPublic = publicReference(reference)
  const made = new Map<string, SeenEdition>()

  function editionFor({ edition, themes }: Reader): SeenEdition {
    const isPublic = edition === 'public'
    const whole = isPublic ? forPublic : reference
    if (themes === null) {
      return { db: isPublic ? publicEdition(db, reference.indicators) : db, reference: whole }
    }
    const isSeen = ({ theme }: Indicator) => themes.includes(theme)
    const ofThemes = referenceOf(reference, isSeen)
    const unseen = reference.indicators.map(({ id }) => id).filter((id) => !ofThemes.indicator(id))
    const make = isPublic ? publicEdition : limitedEdition
    return { db: make(db, reference.indicators, new Set(unseen)), reference: referenceOf(whole, isSeen) }
  }
  return (who) => {
    // Of what they may do nothing depends on it: a key that may not read sees what it changes all the same.
    const key = `${who.edition} ${who.themes?.toSorted().join('+') ?? '*'}`
    const edition = made.get(key) ?? editionFor(who)
    made.set(key, edition)
    return edition
  }
}
