import * as z from 'zod/mini'
import { demoExample, demoToken } from '../../emulator/seeds/demo'
import { acceptedToken, isLicenceProblem } from '../../gateway/console/answer'
import type { ConsoleCall } from '../../gateway/console/console-calls'
import { Refusal } from '../../gateway/http/refusal'
import { currentUserSchema, type Session, type User, userSchema } from '../../src/api/contract/session'
import type { TabValue } from './tab-value'

/** Who is signed in in a tab; `false` after signing out. */
export const signedInSchema = z.union([z.object({ token: z.string(), user: userSchema }), z.literal(false)])
export type SignedIn = z.infer<typeof signedInSchema>

export interface DemoSession {
  /** Returns the session as the gateway would. A tab that never signed out is the demo's administrator. */
  readonly show: (requestId: string) => Promise<Session>
  /** @throws Refusal as the gateway would, for a token that the emulator rejects */
  readonly signIn: (token: string, requestId: string) => Promise<Session>
  readonly signOut: () => Session
  /** Returns null when nobody is signed in. */
  readonly token: () => string | null
}

const about = { console: null, demo: true, demoToken, example: demoExample, readOnly: false }

/** Creates the session of this tab. */
export function createDemoSession(stored: TabValue<SignedIn>, call: ConsoleCall): DemoSession {
  const answer = (user: User | null): Session => ({ ...about, user })

  async function signIn(token: string, requestId: string) {
    const user = await ownerOf(call, token, requestId)
    stored.write({ token, user })
    return answer(user)
  }

  return {
    show(requestId) {
      const signedIn = stored.read()
      if (signedIn === null) return signIn(demoToken, requestId)
      return Promise.resolve(answer(signedIn === false ? null : signedIn.user))
    },
    signIn,
    signOut() {
      stored.write(false)
      return answer(null)
    },
    token() {
      const signedIn = stored.read()
      if (signedIn === null) return demoToken
      return signedIn === false ? null : signedIn.token
    },
  }
}

async function ownerOf(call: ConsoleCall, token: string, requestId: string): Promise<User> {
  const path = '/openapi/v1/currentuser'
  const found = acceptedToken(await call({ method: 'GET', path, token, requestId, person: null }))
  if (isLicenceProblem(found)) throw new Refusal('licence')
  const current = z.safeParse(currentUserSchema, found.json)
  if (found.status !== 200 || !current.success) throw new Refusal('upstream')
  return current.data.bean
}
