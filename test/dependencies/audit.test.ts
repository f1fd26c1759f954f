import { expect, test } from 'vitest'
import { audit, readAudit } from './audit.ts'

test('no package that the program runs with has a known weakness', { timeout: 90_000 }, async (context) => {
  const { state, words, findings } = await audit()
  expect(findings).toEqual([])
  if (state === 'not-known') context.skip(words)
})

const answer = (severities: string[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      severities.map((severity, i) => [`p${i}`, { name: `p${i}`, severity, isDirect: false }]),
    ),
  })

test.each<[string, string, string[]]>([
  ['nothing known', answer([]), []],
  ['what is not high', answer(['low', 'moderate', 'info']), []],
  ['what is high', answer(['low', 'high']), ['p1: high']],
  ['what is critical', answer(['critical']), ['p0: critical']],
])('%s', (_what, text, findings) => {
  expect(readAudit(text)).toMatchObject({ state: findings.length > 0 ? 'found' : 'clean', findings })
})

test.each([
  ['a registry without advisories', '{"message":"405 Method Not Allowed","statusCode":405}', '405 Method'],
  ['no network', '', 'no answer'],
  ['an answer that is none', '<html>', 'no answer'],
  ['nothing', 'null', 'no answer'],
])('%s is neither good news nor bad', (_what, text, words) => {
  expect(readAudit(text)).toMatchObject({
    state: 'not-known',
    words: expect.stringContaining(words),
    findings: [],
  })
})
