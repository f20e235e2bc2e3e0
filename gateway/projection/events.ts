import { eventPageSchema, type OperationSubject, operationSubjectSchema } from '../../src/api/contract/event'
import { isObject, type JsonObject, type Projection, projectionOf } from './project'

const longestRequest = 16_384

/** Returns which port an operation was about, and in which direction, as far as its request says so. */
function subjectOf(request: unknown): OperationSubject {
  if (typeof request !== 'string' || request.length > longestRequest) return {}
  const said = parsed(request)
  if (!isObject(said)) return {}
  return operationSubjectSchema.parse({ operation: said['operation'], port: onlyPort(said['port']) })
}

function onlyPort(port: unknown): unknown {
  const ports: unknown[] = Array.isArray(port) ? port : [{ container_port: port }]
  const [first] = ports
  return ports.length === 1 && isObject(first) ? first['container_port'] : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const projectPage = projectionOf(eventPageSchema)

/**
 * Projects a page of a component's operation log. In place of the cluster's request, which holds more than a browser may
 * see, each entry says which port it was about and in which direction.
 */
export const projectEvents: Projection = (body) => {
  const page = projectPage(body)
  const events = isObject(body) ? body['events'] : undefined
  if (!isObject(page) || !Array.isArray(events) || !Array.isArray(page['events'])) return page
  const projected: unknown[] = page['events']
  return {
    ...page,
    events: projected.map((event, index) => {
      const original: unknown = events[index]
      return isObject(event) && isObject(original) ? { ...event, subject: knownOf(original) } : event
    }),
  }
}

function knownOf({ subject, request_body: request }: JsonObject): OperationSubject | undefined {
  const known = operationSubjectSchema.safeParse(subject ?? subjectOf(request))
  if (!known.success) return undefined
  const { port, operation } = known.data
  return port === undefined && operation === undefined ? undefined : known.data
}
