import { portOf } from '../model/diff'
import type { ComponentState } from '../model/component'
import type { Port } from '../model/port'
import type { Step } from '../model/step'
import { applyStep } from '../model/step-effect'

/** A connection variable, as the components that depend on this one receive it with their next update. */
export interface Variable {
  name: string
  value: string
}

/** The two variables of a port, and how sure their names and values are: they cannot be read, only derived. */
export interface ConnectionVariables {
  host: Variable
  port: Variable
  /**
   * In a meshed app the sidecar's 127.0.0.1 is what a port gets that is opened or renamed there; one that was opened
   * before the app was meshed still says the internal domain, which is then here.
   */
  hostMayBe: string | null
}

/** One variable of a port, old → new; null where it did not exist, or is no more. */
export interface VariableChange {
  port: number
  before: Variable | null
  after: Variable | null
}

const sidecar = '127.0.0.1'

/** What of a component its variables depend on. */
type Naming = Pick<ComponentState, 'componentAlias' | 'meshed'>

function hostValue(component: Naming, port: Port): string {
  if (component.meshed) return sidecar
  return port.k8s_service_name === '' ? component.componentAlias : port.k8s_service_name
}

/**
 * The connection variables that a port gives to the components that depend on this one while inner is open:
 * `<ALIAS>_HOST` and `<ALIAS>_PORT` (docs/contract.md, "Adding"). Null while inner is closed or there is no alias.
 */
export function connectionVariables(component: Naming, port: Port): ConnectionVariables | null {
  if (!port.is_inner_service || port.port_alias === '') return null
  const value = hostValue(component, port)
  return {
    host: { name: `${port.port_alias}_HOST`, value },
    port: { name: `${port.port_alias}_PORT`, value: String(port.container_port) },
    hostMayBe: component.meshed && port.k8s_service_name !== '' ? port.k8s_service_name : null,
  }
}

/** Variables as lines of an `.env` file. Names and values are such that nothing needs quoting. */
export function envText(variables: readonly Variable[]): string {
  return variables.map(({ name, value }) => `${name}=${value}\n`).join('')
}

/** The variables of the ports that have some, by port number. */
type Held = ReadonlyMap<number, readonly Variable[]>

function madeAnew(component: ComponentState, port: Port): Variable[] {
  const variables = connectionVariables(component, port)
  return variables === null ? [] : [variables.host, variables.port]
}

/** The old alias goes wherever it stands in the name (`H` leaves `NEW_OST` of `H_HOST`), and the new one in front. */
function renamed(name: string, oldAlias: string, newAlias: string): string {
  return newAlias + (oldAlias === '' ? name : name.replaceAll(oldAlias, ''))
}

/** With an alias call every `*HOST` variable of the component gets the new host (docs/contract.md, "Changing"). */
function afterRename(held: Held, before: ComponentState, after: ComponentState, step: Step): Held {
  const next = new Map<number, readonly Variable[]>()
  for (const [number, variables] of held) {
    const was = portOf(before, number)
    const is = portOf(after, number)
    if (was === undefined || is === undefined) continue
    const host = hostValue(after, is)
    next.set(
      number,
      variables.map(({ name, value }) => {
        const newName = number === step.port ? renamed(name, was.port_alias, is.port_alias) : name
        return { name: newName, value: newName.endsWith('HOST') ? host : value }
      }),
    )
  }
  return next
}

function afterStep(held: Held, before: ComponentState, after: ComponentState, step: Step): Held {
  if (step.call === 'change' && step.body.action === 'change_port_alias')
    return afterRename(held, before, after, step)
  const isOpened = step.call === 'add' || (step.call === 'change' && step.body.action === 'open_inner')
  const isDropped = step.call === 'delete' || (step.call === 'change' && step.body.action === 'close_inner')
  if (!isOpened && !isDropped) return held
  const next = new Map(held)
  next.delete(step.port)
  const port = portOf(after, step.port)
  if (isOpened && port !== undefined) next.set(step.port, madeAnew(after, port))
  return next
}

function changesOf(port: number, before: readonly Variable[], after: readonly Variable[]): VariableChange[] {
  const count = Math.max(before.length, after.length)
  return Array.from({ length: count }, (_, at) => ({
    port,
    before: before[at] ?? null,
    after: after[at] ?? null,
  })).filter(
    (change) => change.before?.name !== change.after?.name || change.before?.value !== change.after?.value,
  )
}

/**
 * Takes a component and the steps of a plan; gives every connection variable that they change, of every port, old →
 * new: the blast radius of a rename. The old ones are derived, as if no rename had gone before; variables of ports
 * whose inner closes count as gone, though the server keeps them until the port is opened again or deleted.
 */
export function variableChanges(component: ComponentState, steps: readonly Step[]): VariableChange[] {
  const first: Held = new Map(component.ports.map((port) => [port.container_port, madeAnew(component, port)]))
  let held = first
  let state = component
  for (const step of steps) {
    const next = applyStep(state, step)
    held = afterStep(held, state, next, step)
    state = next
  }
  const numbers = new Set([...first.keys(), ...held.keys()])
  return [...numbers].flatMap((port) => changesOf(port, first.get(port) ?? [], held.get(port) ?? []))
}
