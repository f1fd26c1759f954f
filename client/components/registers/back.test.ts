import { expect, test } from 'vitest'
import { backOf } from './back.ts'

test.each([
  ['/plans', { to: '/plans', search: {}, hash: '' }],
  ['/', { to: '/', search: {}, hash: '' }],
  [
    '/scrutiny?on=2026-01-01&area=E06000009#tracker',
    { to: '/scrutiny', search: { on: '2026-01-01', area: 'E06000009' }, hash: 'tracker' },
  ],
])('%s is a place of the dashboard', (back, place) => {
  expect(backOf(back)).toEqual(place)
})

test.each([
  [undefined],
  [''],
  ['plans'],
  ['//elsewhere.example/plans'],
  ['/\\elsewhere.example'],
  ['/\t/elsewhere.example'],
  ['/\n\\elsewhere.example'],
  ['/.//elsewhere.example'],
  ['https://elsewhere.example'],
  ['javascript:alert(1)'],
  [' /plans'],
])('%j is none', (back) => {
  expect(backOf(back)).toBeNull()
})
