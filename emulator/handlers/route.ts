import { type Answer, frameworkError } from '../wire/answers'
import type { Call } from './call'

type Handler<C extends Call> = (call: C) => Answer | Promise<Answer>

/** The handlers of a route by method; HEAD is answered as GET. */
export type Handlers<C extends Call> = Readonly<
  Partial<Record<'GET' | 'POST' | 'PUT' | 'DELETE', Handler<C>>>
>

export interface Route {
  /** Returns the parameters of a decoded path, or undefined if it does not match. */
  match(path: string): Record<string, string> | undefined
  /** @throws Refused */
  answer(call: Call): Answer | Promise<Answer>
}

const parts: Readonly<Record<string, string>> = {
  /** What Python's `\w` and `-` accept, in any script. */
  word: String.raw`[\p{L}\p{N}_\-]+`,
  number: String.raw`[\p{Nd}\-]+`,
}

/** Compiles `teams/{team:word}/…` into an expression for the whole path. */
function compile(path: string): RegExp {
  const source = path.replaceAll(/\{(\w+):(\w+)\}/g, (_, name: string, part: string) => {
    return `(?<${name}>${parts[part] ?? ''})`
  })
  return new RegExp(`^/openapi/v1/${source}$`, 'u')
}

function describe(path: string): Answer {
  const name = path.replaceAll(/\{\w+:\w+\}|\//g, ' ').trim()
  return {
    status: 200,
    body: {
      name,
      description: '',
      renders: ['application/json', 'text/html'],
      parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
    },
  }
}

function handlerOf<C extends Call>(handlers: Handlers<C>, method: string): Handler<C> | undefined {
  switch (method) {
    case 'GET':
    case 'HEAD':
      return handlers.GET
    case 'POST':
    case 'PUT':
    case 'DELETE':
      return handlers[method]
    default:
      return undefined
  }
}

/**
 * Creates a route of the console. As there, `scope` checks the user and everything in the path before the method: what
 * is unknown gets 404 even if the method is not allowed.
 */
export function route<C extends Call>(path: string, scope: (call: Call) => C, handlers: Handlers<C>): Route {
  const expression = compile(path)
  return {
    match: (pathname) => {
      const match = expression.exec(pathname)
      return match ? { ...match.groups } : undefined
    },
    answer: (call) => {
      const { method } = call.request
      const scoped = scope(call)
      if (method === 'OPTIONS') return describe(path)
      const handler = handlerOf(handlers, method)
      if (!handler) throw frameworkError('MethodNotAllowed', 405, `方法 “${method}” 不被允许。`)
      return handler(scoped)
    },
  }
}
