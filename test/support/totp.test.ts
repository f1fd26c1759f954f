import { expect, test } from 'vitest'
import { totp } from './totp.ts'

// The key of RFC 6238, appendix B, and the last six figures of what it gives.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [20_000_000_000, '353130'],
])('after %i seconds the code is %s', (seconds, code) => {
  expect(totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', seconds * 1000)).toBe(code)
})
