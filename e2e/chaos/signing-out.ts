import { request } from 'undici'
import { until } from '../processes/child'
import { tokens } from '../support/world'
import { createReplica, type Replica } from './replica'
import type { Stage } from './stage'
import type { Tally } from './tally'
import { portsRoute } from './watched-console'

/** Short enough to see a session end. A session is renewed once a quarter of it has passed. */
const idleSeconds = 6
const component = 'web'

/** Signs out at one of two replicas while the other still answers, and then uses a copy of the cookie. */
export async function signOutAcrossReplicas(
  { origin, rainbond, replicaEnv }: Stage,
  tally: Tally,
): Promise<void> {
  const env = { ...replicaEnv, SESSION_IDLE_MINUTES: String(idleSeconds / 60) }
  const [here, there] = [await createReplica('here', env), await createReplica('there', env)]
  await Promise.all([here.start(), there.start()])

  /** Sends a request straight to a replica, as the page does with the cookie. */
  async function ask(
    replica: Replica,
    path: string,
    cookie: string,
    method: 'GET' | 'POST' | 'DELETE' = 'GET',
  ) {
    const answer = await request(`http://127.0.0.1:${replica.port}${path}`, {
      method,
      headers: {
        host: new URL(origin).host,
        origin,
        'x-portdeck': '1',
        cookie,
        ...(method === 'POST' && { 'content-type': 'application/json' }),
      },
      body: method === 'POST' ? JSON.stringify({ token: tokens.ada }) : null,
    })
    const text = await answer.body.text()
    const [given] = [answer.headers['set-cookie'] ?? []].flat()
    return { status: answer.statusCode, text, cookie: given?.split(';')[0] }
  }

  try {
    const { cookie = '' } = await ask(here, '/session', '', 'POST')
    // A session this old is renewed by the next request that may renew it.
    await new Promise((resolve) => setTimeout(resolve, (idleSeconds / 3) * 1000))
    const held = rainbond.holdNextRead(component)
    const late = ask(there, portsRoute(component), cookie)
    const release = await held
    await ask(here, '/session', cookie, 'DELETE')
    release()
    const answer = await late
    tally.check(
      'a late answer of another replica does not sign the person in again',
      answer.status === 200 && answer.cookie === undefined,
      `${answer.status}, ${answer.cookie === undefined ? 'no cookie' : 'a cookie'}`,
    )
    const copied = await ask(here, portsRoute(component), cookie)
    tally.check(
      'the replica of the sign-out refuses a copy of the cookie',
      copied.status === 401,
      `${copied.status}`,
    )
    await until(
      async () => (await ask(there, portsRoute(component), cookie)).status === 401,
      () => 'the other replica accepts a copy for ever',
    )
    tally.check('at the other replica a copy ends by itself, however often it is used', true)
  } finally {
    await Promise.all([here.end('SIGTERM'), there.end('SIGTERM')])
  }
}
