import { type FaultAnswer, toResponse } from '../faults/answers'
import type { Port } from '../state/world'

/** The result of a handler. The mode decides the form of ports (docs/contract.md, "Shapes"). */
export type Answer =
  | FaultAnswer
  | { readonly ports: readonly Port[] }
  | { readonly port: Port; readonly show: string; readonly deleted?: true }

/** Thrown by a handler when the console refuses and rolls its changes back. */
export class Refused extends Error {
  readonly answer: FaultAnswer

  constructor(answer: FaultAnswer) {
    super(`refused with ${answer.status}`)
    this.answer = answer
  }
}

const traceback = (error: string) =>
  `Traceback (most recent call last):\n  File "/app/ui/openapi/views/base.py", line 58, in dispatch\n${error}\n`

/** Builds a success with Rainbond's envelope. */
export function envelope(show: string, data: { bean?: unknown; list?: readonly unknown[] }): FaultAnswer {
  const { bean = {}, list = [] } = data
  return { status: 200, body: { code: 200, msg: 'success', msg_show: show, data: { bean, list } } }
}

/** Builds a success without an envelope. */
export const plain = (body: unknown): FaultAnswer => ({ status: 200, body })

/** Builds a refusal with Rainbond's envelope; `code` is the status by default. */
export function refused(status: number, msg: unknown, show: string, code = status): Refused {
  return new Refused({ status, body: { code, msg, msg_show: show, data: { bean: {}, list: [] } } })
}

/** Builds a validation error. `err` has the messages of each invalid field. */
export function invalid(err: Readonly<Record<string, readonly string[]>>): Refused {
  return new Refused({
    status: 400,
    body: { detail: '参数错误', err, code: 20400, error_type: 'ValidationError' },
  })
}

/** Builds an error of Django REST framework itself (401, 404, 405, 406, 415, unreadable body). */
export function frameworkError(type: string, status: number, detail: string): Refused {
  return new Refused({
    status,
    body: {
      detail,
      code: status,
      msg: detail,
      msg_show: detail,
      error_type: type,
      error_trace: traceback(`rest_framework.exceptions.${type}: ${detail}`),
    },
  })
}

/** Builds an unhandled exception of the console: 500, with the traceback in `msg_show`. */
export function crash(type: string, message: string): Refused {
  const trace = traceback(message === '' ? type : `${type}: ${message}`)
  return new Refused({
    status: 500,
    body: {
      code: 10401,
      msg: message,
      msg_show: trace,
      error_type: type,
      error_trace: trace,
      error_details: { exception_class: type },
    },
  })
}

/** The page for an unknown path, and for every path with a trailing slash. */
export const notFoundPage: FaultAnswer = {
  status: 404,
  html: '<!doctype html>\n<html lang="en">\n<head>\n  <title>Not Found</title>\n</head>\n<body>\n  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>\n</body>\n</html>\n',
}

/** `full` answers as Rainbond does, `bare` as its public documentation says. */
export type Mode = 'full' | 'bare'

function documentedPort(port: Port) {
  const { container_port, protocol, port_alias, is_inner_service, is_outer_service, k8s_service_name } = port
  return { container_port, protocol, port_alias, is_inner_service, is_outer_service, k8s_service_name }
}

function fullPort(port: Port) {
  const { container_port, mapping_port, lb_mapping_port, protocol, port_alias, ...rest } = port
  const { is_inner_service, is_outer_service, k8s_service_name } = rest
  return {
    container_port,
    mapping_port,
    lb_mapping_port,
    protocol,
    port_alias,
    is_inner_service,
    is_outer_service,
    k8s_service_name,
  }
}

/** Converts an answer into a Response. `bare` mode lists a single port as an object: the documentation has both forms. */
export function present(answer: Answer, mode: Mode): Response {
  if ('ports' in answer) {
    if (mode === 'full') return toResponse(envelope('查询成功', { list: answer.ports.map(fullPort) }))
    const ports = answer.ports.map(documentedPort)
    return toResponse(plain(ports.length === 1 ? ports[0] : ports))
  }
  if ('port' in answer) {
    if (mode === 'full') return toResponse(envelope(answer.show, { bean: fullPort(answer.port) }))
    return answer.deleted
      ? new Response(null, { status: 204 })
      : toResponse(plain(documentedPort(answer.port)))
  }
  return toResponse(answer)
}
