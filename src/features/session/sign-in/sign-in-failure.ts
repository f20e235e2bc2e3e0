import type { ApiError } from '../../../api/errors/errors'

/** The reasons for which the sign-in form has messages of its own. */
export type SignInFailure = 'wrong' | 'cookie' | 'licence' | 'console' | 'throttled' | 'other'

/** Classifies the error of a sign-in. `other` is described by the messages of any request. */
export function signInFailure({ kind, status }: ApiError): SignInFailure {
  switch (kind) {
    case 'unauthenticated':
      // The gateway accepted the token, but the browser didn't keep the cookie.
      return status === undefined ? 'cookie' : 'wrong'
    case 'invalid': // Too long, or holding what no token can hold.
      return 'wrong'
    case 'licence':
    case 'throttled':
      return kind
    case 'timeout':
      return 'console'
    case 'upstream':
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
