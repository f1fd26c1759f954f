import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

test('nothing needs to be set', () => {
  expect(readEnv({})).toEqual({
    PORT: 8080,
    HOST: '127.0.0.1',
    DATABASE_URL: 'sqlite:var/dashboard.db',
    DEMO: '1',
    HOME_AREA: 'E06000009',
    SECOND_PERSON: '0',
    PUBLIC_READ: '1',
    TRUST_PROXY: '0',
    OIDC_NAME: 'your council account',
    OIDC_GROUPS_CLAIM: 'groups',
    OIDC_ROLES: '',
  })
})

test('an empty setting is as good as none', () => {
  expect(readEnv({ PORT: '', HOME_AREA: 'E08000028' })).toMatchObject({ PORT: 8080, HOME_AREA: 'E08000028' })
})

test('every wrong setting is named, with its value and what it must be', () => {
  const wrong = { PORT: 'eighty', DATABASE_URL: 'mysql://db', DEMO: 'yes', HOME_AREA: 'Blackpool' }
  expect(() => readEnv(wrong)).toThrow(
    [
      "These settings can't be used:",
      '  PORT is "eighty" but must be a number.',
      '  DATABASE_URL is "mysql://db" but must be sqlite:path/to/file.db or postgres://user:password@host/database.',
      '  DEMO is "yes" but must be 1 (load the demonstration into an empty database) or 0.',
      '  HOME_AREA is "Blackpool" but must be the ONS code of an area, such as E06000009.',
    ].join('\n'),
  )
})

test('a secret that is too short is refused and not repeated', () => {
  expect(() => readEnv({ AUTH_SECRET: 'opensesame' })).toThrow('AUTH_SECRET is set but is too short')
})

test('the address people open is one of the web', () => {
  expect(() => readEnv({ BASE_URL: 'performance' })).toThrow('must be the address people open')
})
