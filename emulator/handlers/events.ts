import { type Answer, plain } from '../wire/answers'
import { readPageOrCrash, rowsOf } from '../wire/paging'
import type { ComponentCall } from './call'

/** The log entries of the cluster for changes of a component's ports. */
export type PortEvent =
  | 'add-service-port'
  | 'update-service-port'
  | 'delete-service-port'
  | 'handle-service-innerport'
  | 'handle-service-outerport'

/** Formats a moment in the time zone of the clusters (UTC+8). */
function clusterTime(moment: Date): string {
  const shifted = new Date(moment.getTime() + 8 * 3_600_000)
  return `${shifted.toISOString().slice(0, 19)}+08:00`
}

/** How many entries a component's log keeps, so that a demo on the internet does not grow without end. */
const longestLog = 1000

/** Logs a change of the cluster, with the request that the console sent to it. An unfinished component is unknown there and has no log. */
export function logEvent(
  { component, world, user, now }: ComponentCall,
  opt_type: PortEvent,
  request: object = {},
): void {
  if (component.service.create_status !== 'complete') return
  const { service_id } = component.service
  const time = clusterTime(now)
  component.events.unshift({
    event_id: world.nextUuid(),
    user_name: user.nick_name,
    end_time: time,
    target: 'service',
    opt_type,
    target_id: service_id,
    service_id,
    status: 'success',
    request_body: JSON.stringify(request),
    create_time: time,
    final_status: 'complete',
    start_time: time,
    syn_type: '0',
    message: '',
    tenant_id: component.service.tenant_id,
  })
  if (component.events.length > longestLog) component.events.pop()
}

/** `GET …/services/{service}/events?page&page_size`: the component's log, which is kept in the cluster. */
export function listEvents({ component, cluster, query }: ComponentCall): Answer {
  const page = readPageOrCrash(query)
  cluster.call('GET', `/v2/events?target=service&target-id=${component.service.service_id}`)
  return plain({ ...page, total: component.events.length, events: rowsOf(component.events, page) })
}
