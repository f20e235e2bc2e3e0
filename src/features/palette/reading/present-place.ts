import type { Session } from '../../../api/contract/session'
import { type LinkSegments, parseLink } from '../../scope/link/link'
import { rememberedScope } from '../../scope/link/remembered-scope'

/** Returns the cluster in the address, or else the last one that was opened, unless that is of another team. */
export function presentPlace(path: string, session: Session): LinkSegments {
  const here = parseLink(path) ?? {}
  const last = parseLink(rememberedScope(session)?.path ?? '')
  if (here.region !== undefined || !last) return here
  return here.team === undefined || here.team === last.team ? last : here
}
