import { useQuery } from '@tanstack/react-query'
import type { SessionAnswer } from '../server/contract/session.ts'
import type { Permission } from '../server/domain/permission.ts'
import { session } from './queries.ts'

/** Who looks at this; undefined until it is known. */
export const useSession = (): SessionAnswer | undefined => useQuery(session()).data

/** Whether they may do something: a screen offers nobody what the server would refuse. */
export const useMay = (permission: Permission): boolean =>
  useSession()?.permissions.includes(permission) ?? false
