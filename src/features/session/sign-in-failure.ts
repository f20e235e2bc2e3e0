import type { ApiError } from '../../api/errors/errors'

/** Why a sign-in failed, as far as it needs words of its own beside the field. */
export type SignInFailure = 'wrong' | 'licence' | 'console' | 'throttled' | 'other'

/** Takes what signing in was refused with. `other` has its words among the messages of every request. */
export function signInFailure({ kind }: ApiError): SignInFailure {
  switch (kind) {
    case 'unauthenticated':
    case 'invalid': // Too long, or holding what no token can hold.
      return 'wrong'
    case 'licence':
    case 'throttled':
      return kind
    case 'upstream':
    case 'timeout':
      return 'console'
    case 'not-found':
    case 'conflict':
    case 'wrong-state':
    case 'busy':
    case 'cluster':
    case 'cluster-refused':
    case 'crash':
    case 'duplicate-permission':
    case 'offline':
    case 'given-up':
    case 'unreadable':
    case 'forbidden':
      return 'other'
  }
}
