import * as z from 'zod/mini'
import { type Refusal, refusalSchema } from '../../src/api/contract/envelope'
import { duplicatePermission, isKnownMsg, refusalKind } from '../../src/api/contract/refusal-kind'
import { emptied, isObject } from './project'
import { publicWords } from './public-words'

const crashCode = 10401
const crashWords = 'The console had an internal error.'
const mostFields = 32
const mostWords = 8
const fieldName = /^[\w.-]{1,64}$/

/**
 * Returns what a browser may see of a refusal: `code`, `msg`, `msg_show` and `err`. The app finds the same kind, code and
 * fields in it as in the whole.
 */
export function projectRefusal(status: number, body: unknown): unknown {
  const refusal = z.safeParse(refusalSchema, body)
  // The app treats this as something that is not Rainbond's.
  if (!refusal.success) return null
  const { code, msg, msg_show: shown, detail, err } = refusal.data
  if (status >= 500 || code === crashCode) return projectFailure(status, refusal.data)
  return {
    ...(code !== undefined && { code }),
    ...defined('msg', projectMsg(msg)),
    ...defined('msg_show', publicWords(shown) ?? publicWords(detail)),
    ...(err !== undefined && { err: projectFields(err) }),
  }
}

const defined = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value })

/** Returns a failure of the console or, through it, of the cluster, in the gateway's own words whatever it said. */
function projectFailure(status: number, refusal: Refusal) {
  const { code, msg } = refusal
  const known = typeof msg === 'string' ? knownMsg(msg) : undefined
  return {
    ...(code !== undefined && { code }),
    ...defined('msg', known ?? (isObject(msg) ? projectMsg(msg) : undefined)),
    ...(refusal.err !== undefined && { err: {} }),
    ...defined('msg_show', failureWords(status, refusal)),
  }
}

function failureWords(status: number, refusal: Refusal): string | undefined {
  // Rainbond's own sentence for an empty answer of the cluster.
  if (refusal.msg_show === '集群请求网络异常') return refusal.msg_show
  return refusalKind(status, refusal) === 'crash' ? crashWords : undefined
}

const duplicateWords = 'get() returned more than one EnterpriseUserPerm'

const knownMsg = (msg: string): string | undefined =>
  duplicatePermission.test(msg) ? duplicateWords : isKnownMsg(msg) ? msg : undefined

/** Keeps of a failed call to the cluster what it is recognized by. */
function projectMsg(msg: unknown): unknown {
  if (typeof msg === 'string') return knownMsg(msg) ?? publicWords(msg)
  if (Array.isArray(msg)) return wordsOf(msg)
  if (!isObject(msg)) return undefined
  return {
    ...('apitype' in msg && { apitype: '' }),
    ...('httpcode' in msg && { httpcode: emptied(msg['httpcode']) }),
  }
}

const wordsOf = (said: readonly unknown[]): string[] =>
  said.slice(0, mostWords).map((words) => publicWords(words) ?? '')

function projectFields(err: Readonly<Record<string, unknown>>): Record<string, string[]> {
  const fields = Object.entries(err).filter(([name]) => fieldName.test(name))
  return Object.fromEntries(
    fields.slice(0, mostFields).map(([name, said]) => [name, wordsOf(Array.isArray(said) ? said : [said])]),
  )
}
