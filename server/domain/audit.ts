/** What is put on record: every change, and whoever comes in or is turned away. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'sessions-ended',
  'password-changed',
  'password-chosen',
  'second-factor-on',
  'second-factor-off',
  'person-invited',
  'invitation-withdrawn',
  'person-joined',
  'person-added',
  'person-changed',
  'person-closed',
  'person-reopened',
  'person-erased',
  'password-link-made',
  'second-factor-reset',
  'token-made',
  'token-revoked',
  'upload-checked',
  'upload-compared',
  'upload-refused',
  'upload-discarded',
  'upload-published',
  'upload-withdrawn',
  'mapping-said',
  'entry-added',
  'entry-changed',
  'entry-retired',
  'entry-brought-back',
  'entry-undone',
  'demonstration-loaded',
  'backup-made',
  'backup-restored',
  'audit-read',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** What somebody did, as it goes on behind their name. */
export const AUDIT_WORDS: Record<AuditAction, string> = {
  'sign-in': 'signed in',
  'sign-in-refused': 'was refused at sign-in',
  'sign-out': 'signed out',
  'sessions-ended': 'ended sessions',
  'password-changed': 'changed a password',
  'password-chosen': 'chose a password by a link',
  'second-factor-on': 'turned the second step of sign-in on',
  'second-factor-off': 'turned the second step of sign-in off',
  'person-invited': 'invited a person',
  'invitation-withdrawn': 'withdrew an invitation',
  'person-joined': 'took up an invitation',
  'person-added': 'added an account',
  'person-changed': 'changed what a person may do',
  'person-closed': 'closed an account',
  'person-reopened': 'reopened an account',
  'person-erased': 'erased an account',
  'password-link-made': 'made a link for another password',
  'second-factor-reset': 'reset the second step of a person’s sign-in',
  'token-made': 'made a key for a program',
  'token-revoked': 'revoked a key of a program',
  'upload-checked': 'uploaded a file',
  'upload-compared': 'worked out again what a file would change',
  'upload-refused': 'sent a file that was refused',
  'upload-discarded': 'discarded a file',
  'upload-published': 'published a file',
  'upload-withdrawn': 'withdrew a file',
  'mapping-said': 'said what the headings of a sheet mean',
  'entry-added': 'added an entry',
  'entry-changed': 'changed an entry',
  'entry-retired': 'took an entry out',
  'entry-brought-back': 'brought an entry back',
  'entry-undone': 'undid a change of an entry',
  'demonstration-loaded': 'loaded the demonstration',
  'backup-made': 'made a backup',
  'backup-restored': 'restored a backup',
  'audit-read': 'read the record of changes',
}

/**
 * One thing that happened. `actor` is a key and never a name (`account:…`, `token:…`, `directory`,
 * `command-line`, `start`, `nobody`), so that erasing an account erases the name everywhere; for the same reason `before`, `after` and `why` hold
 * neither names nor addresses of people. `about` is what it was done to: `upload:…`, `entry:target/…`, `account:…`,
 * `token:…`, `invitation:…`, `mapping:…`; null where there is nothing to name.
 */
export type AuditEvent = {
  /** ISO time. */
  at: string
  actor: string
  action: AuditAction
  about: string | null
  /** What can be written as JSON; null where there was nothing before, or is nothing after. */
  before: unknown
  after: unknown
  why: string | null
}
