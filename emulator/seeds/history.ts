import type { Seed } from './seed'
import type { ComponentSpec, PortSpec } from './specs'

type Event = Seed['events'][number]

const minute = 60_000
const shanghaiOffset = 8 * 60 * minute

/** Formats an instant as a cluster does, in the time zone of Shanghai. */
function stamp(instant: number): string {
  return `${new Date(instant + shanghaiOffset).toISOString().slice(0, 19)}+08:00`
}

interface Operation {
  readonly type: string
  readonly body?: unknown
  readonly failure?: string
}

/** Lists the operations on a port since it was added, oldest first. */
function portOperations({ port, protocol, open, wasOuter }: PortSpec): Operation[] {
  const inner: Operation = { type: 'handle-service-innerport', body: { operation: 'open' } }
  const outer = (operation: 'open' | 'close'): Operation => ({
    type: 'handle-service-outerport',
    body: { operation },
  })
  const done: Operation[] = [
    { type: 'add-service-port', body: { port: [{ container_port: port, protocol }] } },
  ]
  if (open !== 'closed') done.push(inner)
  if (open === 'both' || open === 'outer alone' || wasOuter) done.push(outer('open'))
  if (wasOuter) done.push(outer('close'))
  return done
}

/** Other operations on a component, some of them unknown to a client for ports. */
const everyday: readonly Operation[] = [
  { type: 'deploy-service' },
  { type: 'update-service-port', body: { port: [{ container_port: 8080, port_alias: 'WEB' }] } },
  { type: 'restart-service' },
  { type: 'vertical-service' },
  { type: 'deploy-service', failure: 'image pull failed: manifest unknown' },
  { type: 'update-service-port', failure: 'wait a moment please' },
  { type: 'horizontal-service' },
  { type: 'delete-service-port' },
]

/**
 * Builds the operation log of a component, newest entry first, as a cluster lists it.
 * @param clock the present of the seed, in milliseconds since 1970
 * @param users who did it, in turn
 */
export function history(
  spec: ComponentSpec,
  service: { readonly service_id: string; readonly tenant_id: string },
  clock: number,
  users: readonly string[],
): Event[] {
  const more = Array.from({ length: spec.operations ?? 1 }, (_, index) => everyday[index % everyday.length])
  const operations = [...spec.ports.flatMap(portOperations), ...more.filter((one) => one !== undefined)]
  return operations
    .map(({ type, body, failure }, index): Event => {
      const start = clock - (operations.length - index) * 397 * minute
      return {
        event_id: `${service.service_id.slice(0, 24)}${String(index).padStart(8, '0')}`,
        user_name: users[index % users.length] ?? 'admin',
        end_time: stamp(start + 4000),
        target: 'service',
        opt_type: type,
        target_id: service.service_id,
        service_id: service.service_id,
        status: failure === undefined ? 'success' : 'failure',
        request_body: JSON.stringify(body ?? {}),
        create_time: stamp(start),
        final_status: 'complete',
        start_time: stamp(start),
        syn_type: '0',
        message: failure ?? '',
        tenant_id: service.tenant_id,
      }
    })
    .reverse()
}
