import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * How passwords are kept: by scrypt, with 32 MB and three passes, as strong as the OWASP Password Storage Cheat Sheet asks
 * for. Written as `$scrypt$ln=15,r=8,p=3$salt$key`, in Base64, so that what is stronger one day can stand beside it.
 */
const NOW = { ln: 15, r: 8, p: 3 }
/** How they were kept before: `salt:key`, where the hexadecimal letters of the salt are the salt. */
const BEFORE = { ln: 14, r: 16, p: 1 }

const SALT_BYTES = 16
const KEY_BYTES = 64

type Cost = typeof NOW

/** Makes what is kept of a password: other text each time, from which nobody can read it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await keyOf(password, salt, NOW)
  const { ln, r, p } = NOW
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/**
 * Whether a password is the one of which this is kept. Where it is kept as it was before, `again` is what to keep of it
 * from now on; it is made for a wrong password too, so that the time tells nobody how an account's is kept.
 */
export async function checkPassword(
  password: string,
  kept: string,
): Promise<{ right: boolean; again: string | null }> {
  const parts = partsOf(kept)
  if (!parts) return { right: false, again: null }
  const right = timingSafeEqual(await keyOf(password, parts.salt, parts.cost), parts.key)
  const again = parts.cost === NOW ? null : await hashPassword(password)
  return { right, again: right ? again : null }
}

function partsOf(kept: string): { cost: Cost; salt: Buffer; key: Buffer } | null {
  const now = /^\$scrypt\$ln=15,r=8,p=3\$([\w-]{22})\$([\w-]{86})$/.exec(kept)
  if (now) return { cost: NOW, salt: bytesOf(now[1], 'base64url'), key: bytesOf(now[2], 'base64url') }
  const before = /^([0-9a-f]{32}):([0-9a-f]{128})$/.exec(kept)
  if (before) return { cost: BEFORE, salt: bytesOf(before[1], 'utf8'), key: bytesOf(before[2], 'hex') }
  return null
}

const bytesOf = (text: string | undefined, encoding: BufferEncoding) => Buffer.from(text ?? '', encoding)

/** The same word may be typed as other letters, so they are brought into one form first (NFKC). */
function keyOf(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const cost: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 2 * 128 * 2 ** ln * r }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
