import { createDecipheriv } from 'node:crypto'

/** "expand 32-byte k", by which all of this family begin. */
const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]
/** The columns and then the diagonals of a square of four by four. */
const QUARTERS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

const words = (bytes: Buffer) => Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(i * 4))

/** HChaCha20 of draft-irtf-cfrg-xchacha, section 2.2: another key out of a key and 16 bytes. */
function hChaCha20(key: Buffer, input: Buffer): Buffer {
  const state = Uint32Array.from([...CONSTANTS, ...words(key), ...words(input)])
  const at = (i: number) => state[i] ?? 0
  const mix = (to: number, by: number, turned: number, bits: number) => {
    state[to] = at(to) + at(by)
    const turning = at(turned) ^ at(to)
    state[turned] = (turning << bits) | (turning >>> (32 - bits))
  }
  for (let round = 0; round < 10; round++) {
    for (const [a, b, c, d] of QUARTERS) {
      mix(a, b, d, 16)
      mix(c, d, b, 12)
      mix(a, b, d, 8)
      mix(c, d, b, 7)
    }
  }
  return Buffer.from(Uint32Array.from([...state.slice(0, 4), ...state.slice(12)]).buffer)
}

/** Opens what XChaCha20-Poly1305 closed: 24 bytes of nonce, the text, 16 bytes of tag. Throws for what was changed. */
export function openXChaCha(key: Buffer, closed: Buffer): Buffer {
  const nonce = Buffer.concat([Buffer.alloc(4), closed.subarray(16, 24)])
  const opener = createDecipheriv('chacha20-poly1305', hChaCha20(key, closed.subarray(0, 16)), nonce, {
    authTagLength: 16,
  })
  opener.setAuthTag(closed.subarray(-16))
  return Buffer.concat([opener.update(closed.subarray(24, -16)), opener.final()])
}
