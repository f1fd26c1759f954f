import { expect, test } from 'vitest'
import { deviceInWords } from './device.ts'

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${WINDOWS} ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [`${WINDOWS} ${WEBKIT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'Edge on Windows'],
  [`${WINDOWS} Gecko/20100101 Firefox/145.0`, 'Firefox on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 'Safari on a Mac'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/142.0 Safari/604.1', 'Chrome on an iPhone'],
  [`Mozilla/5.0 (Linux; Android 16) ${WEBKIT} Chrome/142.0 Mobile Safari/537.36`, 'Chrome on Android'],
  [`Mozilla/5.0 (X11; CrOS x86_64 16000) ${WEBKIT} Chrome/142.0 Safari/537.36`, 'Chrome on a Chromebook'],
  ['Firefox/145.0', 'Firefox'],
  [`${WINDOWS} Something/1.0`, 'A browser on Windows'],
  ['curl/8.9', 'A device that did not say what it is'],
  [null, 'A device that did not say what it is'],
])('%s is told as %s', (userAgent, words) => {
  expect(deviceInWords(userAgent)).toBe(words)
})
