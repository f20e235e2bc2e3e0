import type { ComponentState } from '../../src/domain/model/component'
import type { DesiredPort, DesiredState } from '../../src/domain/model/desired-state'
import { aComponent, aGatewayRule, aPort, both } from '../../src/domain/testing/component'

/** A component of so many ports, and what is asked of it. */
export interface Case {
  name: string
  component: (ports: number) => ComponentState
  desiredOf: (component: ComponentState) => DesiredState
}

const firstPort = 1000

/** Every port is open, with a public address of its own. */
function component(ports: number): ComponentState {
  const numbers = Array.from({ length: ports }, (_, at) => firstPort + at)
  return aComponent(
    numbers.map((number) => aPort(number, both)),
    numbers.map((port) => aGatewayRule({ port, publicAddress: `http://${String(port)}.acme.test` })),
  )
}

type Asked = Partial<DesiredPort> | 'delete'

/** Asks the same of each of the first 30 % of the ports, which are `count`; `at` counts from 0. */
function ofThirtyPercent(ask: (at: number, aliases: readonly string[]) => Asked): Case['desiredOf'] {
  return ({ ports }) => {
    const some = ports.slice(0, Math.floor((ports.length * 3) / 10))
    const aliases = some.map((port) => port.port_alias)
    return { ports: new Map(some.map((port, at) => [port.container_port, ask(at, aliases)])) }
  }
}

const at = (aliases: readonly string[], index: number) => aliases.at(index % aliases.length) ?? ''

/** Every second port of the component shares its alias with the next one, as old data may. */
function sharing(ports: number): ComponentState {
  const whole = component(ports)
  return {
    ...whole,
    ports: whole.ports.map((port, index) => ({ ...port, port_alias: `S${String(Math.floor(index / 2))}` })),
  }
}

export const cases: readonly Case[] = [
  {
    name: '30 % of the aliases to new ones',
    component,
    desiredOf: ofThirtyPercent((index) => ({ alias: `NEW_${String(index)}` })),
  },
  {
    name: '30 % of the aliases swapped in pairs',
    component,
    desiredOf: ofThirtyPercent((index, aliases) => ({
      alias: at(aliases, index % 2 === 0 ? index + 1 : index - 1),
    })),
  },
  {
    name: '30 % of the aliases in one cycle',
    component,
    desiredOf: ofThirtyPercent((index, aliases) => ({ alias: at(aliases, index + 1) })),
  },
  {
    name: '30 % of the aliases in a chain, the last one first',
    component,
    desiredOf: ofThirtyPercent((index, aliases) => ({
      alias: index + 1 === aliases.length ? 'FREE' : at(aliases, index + 1),
    })),
  },
  {
    name: '30 % of the aliases, all of them shared before',
    component: sharing,
    desiredOf: ofThirtyPercent((index) => ({ alias: `NEW_${String(index)}` })),
  },
  { name: '30 % deleted', component, desiredOf: ofThirtyPercent(() => 'delete') },
  {
    name: '30 % closed and given another protocol',
    component,
    desiredOf: ofThirtyPercent(() => ({ outer: false, protocol: 'tcp' })),
  },
]
