import fc from 'fast-check'
import { type Body, bodies, type Schemas } from './bodies.ts'
import type { Operation } from './operations.ts'
import type { Sample } from './samples.ts'
import { goodInAddress, HEADER_NAMES, hostileHeader, hostileInAddress, mostly } from './values.ts'

/** A request that fits the OpenAPI document, nearly fits it, or means harm. */
export type HostileRequest = {
  /** Method and path as the document has them. */
  operation: string
  method: string
  path: string
  headers: Record<string, string>
  body: Body
}

export const hostileRequests = (operations: readonly Operation[], schemas: Schemas) =>
  fc.constantFrom(...operations).chain((operation) => {
    const { samples } = operation
    const some: fc.Arbitrary<Sample | null> =
      samples.length > 0 ? fc.constantFrom(...samples) : fc.constant(null)
    return some.chain((sample) => requests(operation, sample, schemas))
  })

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const requests = (
  operation: Operation,
  sample: Sample | null,
  schemas: Schemas,
): fc.Arbitrary<HostileRequest> =>
  fc.record({
    operation: fc.constant<string>(`${operation.method} ${operation.path}`),
    method: mostly(fc.constant(operation.method), fc.constantFrom(...METHODS), 30),
    path: addresses(operation, sample),
    headers: requestHeaders,
    body: bodies(operation, sample, schemas),
  })

const requestHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ accept: 'text/csv', 'accept-encoding': 'br' }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...HEADER_NAMES), hostileHeader, { maxKeys: 3 }) },
)

const SUFFIXES = ['/', '%00', '%00.csv', '.csv.csv', '.json', '/..%2f', '//x', ';a=b']

function addresses({ path, parameters }: Operation, sample: Sample | null): fc.Arbitrary<string> {
  const inPath = path.split(/(\{\w+\})/).map((part) => {
    if (!part.startsWith('{')) return fc.constant(part)
    const good = sample?.fill[part.slice(1, -1)] ?? 'unknown-1'
    return mostly(fc.constant(encodeURIComponent(good)), hostileInAddress, 6)
  })
  const inQuery = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema, required }) => {
      const good = schema?.enum ? fc.constantFrom(...schema.enum.map(String)) : goodInAddress(name)
      const pair = mostly(good, hostileInAddress, 15).map((value) => [`${name}=${value}`])
      return mostly(pair, fc.constant<string[]>([]), required ? 20 : 1)
    })
  const more = hostileInAddress.chain((text) =>
    fc.constantFrom<string[]>([`${text}=${text}`], [`area=${text}`, 'area[]=x', '__proto__[x]=1']),
  )
  const further = mostly(fc.constant<string[]>([]), more, 6)
  const suffix = mostly(mostly(fc.constant(''), fc.constant('.csv'), 4), fc.constantFrom(...SUFFIXES), 15)
  return fc
    .tuple(fc.tuple(...inPath), suffix, fc.tuple(...inQuery), further)
    .map(([parts, end, query, last]) => {
      const words = [...query.flat(), ...last].join('&')
      return `${parts.join('')}${end}${words === '' ? '' : `?${words}`}`
    })
}
