import { hashPassword as hashAsBefore } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { checkPassword, hashPassword } from './password-hash.ts'

const PASSWORD = 'plumbus-harvest-kettle'
/** Made by the settings of before, of the password above. */
const KEPT_BEFORE =
  'e4aa97733fd14b4a5c158b26ed5e94ad:3704225a3f2cdfbf420bccf562f4b8088264683070481a8c5d3218b804b9394ff3b25978311596897aaab453c5b9e5c9c4a378b812d6a7d10b0169566865bd7b'

test('a password is known again, and another is not', async () => {
  const kept = await hashPassword(PASSWORD)
  expect(await checkPassword(PASSWORD, kept)).toEqual({ right: true, again: null })
  expect(await checkPassword(`${PASSWORD} `, kept)).toEqual({ right: false, again: null })
})

test('what is kept says how it was made, and is another text each time', async () => {
  const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)])
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{86}$/)
  expect(one).not.toBe(two)
})

test('the same letters typed on another keyboard are the same password', async () => {
  const kept = await hashPassword('cafe\u0301-harvest-kettle')
  expect(await checkPassword('caf\u00e9-harvest-kettle', kept)).toMatchObject({ right: true })
})

test('what was kept by the weaker settings is good, and is to be kept anew', async () => {
  const { right, again } = await checkPassword(PASSWORD, KEPT_BEFORE)
  expect(right).toBe(true)
  expect(await checkPassword(PASSWORD, again ?? '')).toEqual({ right: true, again: null })
})

test('a wrong password is not taken for the right one by the weaker settings either', async () => {
  expect(await checkPassword('gravel-otter-lantern', KEPT_BEFORE)).toEqual({ right: false, again: null })
})

test('the settings of before are those of the library', async () => {
  expect(await checkPassword(PASSWORD, await hashAsBefore(PASSWORD))).toMatchObject({ right: true })
})

test.each(['', 'plumbus-harvest-kettle', ':', '$scrypt$ln=1,r=1,p=1$AAAA$AAAA', 'zz:zz'])(
  'of “%s” no password was ever kept',
  async (kept) => {
    expect(await checkPassword(PASSWORD, kept)).toEqual({ right: false, again: null })
  },
)
