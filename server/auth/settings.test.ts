import { expect, test } from 'vitest'
import { readEnv } from '../env.ts'
import { directoryOf } from './settings.ts'

const SET = {
  OIDC_ISSUER: 'https://login.example/council',
  OIDC_CLIENT_ID: 'dashboard',
  OIDC_CLIENT_SECRET: 'from the vault',
  OIDC_NAME: 'Blackpool account',
  OIDC_ROLES: 'analysts=analyst',
  BASE_URL: 'https://performance.council.example',
}

test('without an issuer there is no directory', () => {
  expect(directoryOf(readEnv({}))).toBeNull()
})

test('with all of them there is one', () => {
  expect(directoryOf(readEnv(SET))).toMatchObject({ name: 'Blackpool account', groupsClaim: 'groups' })
})

test('what is missing is named', () => {
  expect(() => directoryOf(readEnv({ OIDC_ISSUER: SET.OIDC_ISSUER }))).toThrow(
    'OIDC_ISSUER is set, so these are needed too: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES, BASE_URL.',
  )
})

test('a rule that cannot be read is told', () => {
  expect(() => directoryOf(readEnv({ ...SET, OIDC_ROLES: 'analysts=king' }))).toThrow(
    'OIDC_ROLES can\'t be used: "analysts=king" is not group=role',
  )
})
