import type { UpstreamAnswer } from '../upstream'
import type { Trouble } from './trouble'

const leastWait = 1
const longestWait = 600
const usualWait = 5

/** The characters of the longest host name that there is. */
const longestHost = 253

/** Returns the seconds that a `Retry-After` asks for, as a number or a date, within bounds. */
function secondsOf(header: string | undefined, now: number): number {
  const seconds = /^\d+$/.test(header ?? '') ? Number(header) : (Date.parse(header ?? '') - now) / 1000
  return Number.isNaN(seconds) ? usualWait : Math.min(Math.max(Math.ceil(seconds), leastWait), longestWait)
}

const isJson = ({ contentType }: UpstreamAnswer) => /^application\/([\w.+-]+\+)?json\b/i.test(contentType)

/**
 * Recognizes an answer that is not Rainbond's but that of something in front of it, or that asks to wait. Returns
 * undefined for any other.
 * @param origin the console's
 * @param now milliseconds since 1970
 */
export function answerTrouble(answer: UpstreamAnswer, origin: string, now: number): Trouble | undefined {
  const { status, contentType, location, retryAfter } = answer
  if (status === 429 || (status === 503 && (retryAfter !== undefined || !isJson(answer)))) {
    return { cause: 'busy', status, retryAfter: secondsOf(retryAfter, now) }
  }
  if (status >= 300 && status < 400 && location !== undefined)
    return redirectTrouble(location, status, origin)
  if (status === 403 && !isJson(answer)) return { cause: 'denied', status }
  if (status === 200 && /^text\/html\b/i.test(contentType)) return { cause: 'login-page', status }
  return undefined
}

function redirectTrouble(location: string, status: number, origin: string): Trouble | undefined {
  if (!URL.canParse(location, origin)) return undefined
  const [from, to] = [new URL(origin), new URL(location, origin)]
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname
  return { cause: isUpgrade ? 'wants-https' : 'redirect', status, host: to.hostname.slice(0, longestHost) }
}
