import { scopeOf, type Who } from './auth/who.ts'
import { publicReference, referenceOf } from './public-reference.ts'
import type { Reference } from './reference.ts'
import type { Database } from './store/database.ts'
import { publicEdition } from './store/edition.ts'

/** The figures and the catalogue as somebody may see them. */
export type SeenEdition = { db: Database; reference: Reference }

/** Gives each their edition; those who see the same share one, with all that it keeps. */
export function createEditions(db: Database, reference: Reference): (who: Who) => SeenEdition {
  const publicDb = publicEdition(db, reference.indicators)
  const forPublic = publicReference(reference)
  const references = new Map<string, Reference>()

  const seenBy = ({ edition, themes }: Who): Reference => {
    const whole = edition === 'public' ? forPublic : reference
    return themes ? referenceOf(whole, ({ theme }) => themes.includes(theme)) : whole
  }
  return (who) => {
    const scope = scopeOf(who)
    const known = references.get(scope) ?? seenBy(who)
    references.set(scope, known)
    return { db: who.edition === 'public' ? publicDb : db, reference: known }
  }
}
