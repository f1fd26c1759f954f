import fc from 'fast-check'

/** Values that somebody would send who wants a program to trip, each as it stands in an address. */

/** Written as they are, with their escapes. */
const RAW = [
  '%',
  '%zz',
  '%00',
  'cla-rate%00.csv',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '..%5c..%5cwindows',
  '%252e%252e%252f',
  '%c0%ae%c0%ae%2f',
  '%ED%A0%80',
  '%FF%FE',
  'a%0d%0ax-injected:%201',
  '%0d%0a%0d%0a<html>',
  'a%0aset-cookie:%20x-injected=1',
  '%E2%80%AE',
  '+++',
  '%20',
  '%09',
]

/** Written with escapes where an address needs them. */
const PLAIN = [
  '',
  ' ',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e309',
  '-1e-320',
  'NaN',
  'Infinity',
  '0x10',
  '9007199254740993',
  '9'.repeat(400),
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '[object Object]',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[x-injected]',
  "' or '1'='1",
  '"; drop table figure; --',
  '%%s%n%p',
  '#{7*7}',
  '{{7*7}}',
  '=1+1',
  '@x',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '/etc/passwd',
  '../../package.json',
  'file:///etc/passwd',
  'http://127.0.0.1:8080/api/health',
  '\u202etxt.exe',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '😀'.repeat(50),
  'ﷺ'.repeat(100),
  'Z\u0351\u036b\u0343'.repeat(40),
  'İ',
  'ß'.repeat(300),
  'a'.repeat(300),
  'a'.repeat(3000),
  ','.repeat(500),
  'E06000009,'.repeat(40),
  '0000-00-00',
  '9999-12-31',
  '-000001-01-01',
  '2024-02-30',
  '9999-99',
  '2024-25Q9',
  'AY0000-01',
  'E00000000',
  'e06000009',
]

/** What is asked for by right, by the name it is asked under: with it a request gets further than the check of its form. */
const AREAS = ['E06000009', 'E08000028', 'E12000002', 'E92000001']
const PERIODS = ['2024-25', '2016-17Q3', '2025-03', '2022-23']
const DAYS = ['2021-03-09', '2026-11-21', '2016-12-31']
const GOOD: Record<string, readonly string[]> = {
  area: AREAS,
  from: PERIODS,
  to: PERIODS,
  base: PERIODS,
  period: [...PERIODS, '2026-27Q1'],
  quarter: ['2025-26Q2', '2016-17Q3'],
  year: ['2024-25', '2023-24'],
  compare: ['', 'neighbours', 'neighbours,region,england,E08000028'],
  neighbours: ['2025', '2021'],
  dimension: ['', 'under-1', 'total'],
  asAt: DAYS,
  on: DAYS,
  since: DAYS,
  all: ['1'],
  version: ['1', '2'],
  indicator: ['cla-rate', 'referral-rate', 'cla-rate:count'],
  change: ['-10', '-47', '5'],
  years: ['5', '3', '1,2,3'],
  starts: ['0', '-5', '10'],
  ends: ['0', '-5', '10'],
  card: ['council-plan', 'mtfs'],
}

/** Good values so many times as often as bad ones, so that a bad one is reached at all. */
export const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: good }, { weight: 1, arbitrary: bad })

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 })

/** Text as it stands in an address, already escaped. */
export const hostileInAddress = fc.oneof(
  fc.constantFrom(...RAW),
  fc.constantFrom(...PLAIN).map(encodeURIComponent),
  anyText.map(encodeURIComponent),
)
export const goodInAddress = (name: string) =>
  fc.constantFrom(...(GOOD[name] ?? ['1', '0', '5'])).map(encodeURIComponent)

/** Any JSON, and the values that are most often forgotten. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...PLAIN),
  anyText,
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    5e-324,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [[]],
    [null],
    Array(2000).fill(0),
    'a'.repeat(20_000),
    { length: 1e9 },
    { toString: 'x' },
    { toJSON: 'x' },
    { constructor: { prototype: { injected: 1 } } },
  ),
  fc.constant(0).map(() => JSON.parse('{"__proto__": {"injected": 1}}') as unknown),
  fc.jsonValue({ maxDepth: 3 }),
)
export const goodJson = fc.constantFrom<unknown>(
  ...AREAS,
  ...PERIODS,
  ...DAYS,
  'cla-rate',
  'Some words that say why',
  1,
  12,
  0.5,
  true,
  null,
)

/** What a header may hold at all: the platform itself refuses line breaks and letters beyond Latin-1. */
export const hostileHeader = fc.constantFrom(
  '',
  '*',
  '*/*',
  'text/csv',
  'text/csv;q=0.1, */*',
  'text/html',
  '"',
  'W/"x"',
  'a'.repeat(5000),
  'null',
  'Bearer ',
  `Bearer ${'.'.repeat(500)}`,
  'Basic Og==',
  '__proto__',
  'ÿþ',
  'bytes=0-0,-1,9-',
  'gzip, br;q=0, *',
  '../../x',
  '127.0.0.1, ::1, unknown',
)
export const HEADER_NAMES = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'cookie',
  'if-none-match',
  'if-modified-since',
  'range',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-http-method-override',
  'x-original-url',
]
