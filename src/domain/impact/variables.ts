import type { ComponentState } from '../model/component'
import type { Port } from '../model/port'
import { isAliasStep, isSwitch, type Step } from '../model/step'
import { followSteps } from '../model/step-effect'

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

function hostValue(component: Naming, { k8s_service_name: domain }: Pick<Port, 'k8s_service_name'>): string {
  if (component.meshed) return sidecar
  return domain === '' ? component.componentAlias : domain
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

/** Variables of a port, and after how many alias calls they are as they say. */
interface Held {
  variables: readonly Variable[]
  renames: number
}

function freshVariables(component: Naming, port: Port): Variable[] {
  const variables = connectionVariables(component, port)
  return variables === null ? [] : [variables.host, variables.port]
}

/** The old alias goes wherever it stands in the name (`H` leaves `NEW_OST` of `H_HOST`), and the new one in front. */
function renamed(name: string, oldAlias: string, newAlias: string): string {
  return newAlias + (oldAlias === '' ? name : name.replaceAll(oldAlias, ''))
}

/** The variables of a component while steps change them. */
function followVariables(component: ComponentState) {
  const follower = followSteps(component)
  const held = new Map<number, Held>()
  let renames = 0
  let host = ''
  for (const port of component.ports)
    held.set(port.container_port, { variables: freshVariables(component, port), renames })

  /** With an alias call every `*HOST` variable of the component gets the new host (docs/contract.md, "Changing"). */
  function current({ variables, renames: seen }: Held): readonly Variable[] {
    if (seen === renames) return variables
    return variables.map(({ name, value }) => ({ name, value: name.endsWith('HOST') ? host : value }))
  }

  function follow(step: Step) {
    const was = follower.portOf(step.port)
    follower.follow(step)
    const is = follower.portOf(step.port)
    if (isAliasStep(step)) {
      const own = held.get(step.port)
      const variables = own && current(own)
      renames += 1
      host = hostValue(component, step.body)
      if (variables === undefined || was === undefined || is === undefined) return
      const names = variables.map(({ name, value }) => ({
        name: renamed(name, was.port_alias, is.port_alias),
        value,
      }))
      held.set(step.port, { variables: current({ variables: names, renames: -1 }), renames })
    } else if (step.call === 'add' || isSwitch(step, 'open_inner')) {
      held.delete(step.port)
      if (is !== undefined) held.set(step.port, { variables: freshVariables(component, is), renames })
    } else if (step.call === 'delete' || isSwitch(step, 'close_inner')) held.delete(step.port)
  }

  return { follow, variables: () => new Map([...held].map(([number, one]) => [number, current(one)])) }
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
 * Returns every connection variable that the steps of a plan change, of every port, old → new: the blast radius of a
 * rename. The old ones are derived, as if no rename had gone before; variables of ports whose inner closes count as
 * gone, though the server keeps them until the port is opened again or deleted.
 */
export function variableChanges(component: ComponentState, steps: readonly Step[]): VariableChange[] {
  const { follow, variables } = followVariables(component)
  const before = variables()
  for (const step of steps) follow(step)
  const after = variables()
  const numbers = new Set([...before.keys(), ...after.keys()])
  return [...numbers].flatMap((port) => changesOf(port, before.get(port) ?? [], after.get(port) ?? []))
}
