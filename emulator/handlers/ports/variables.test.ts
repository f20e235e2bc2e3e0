import { describe, expect, test } from 'vitest'
import { recordedSeed } from '../../recorded/read-recorded'
import { inTransaction } from '../../state/transaction'
import { buildWorld, type Component } from '../../state/world'
import { dropVariables, renameVariables, renewVariables, takeVariables } from './variables'

function component(alias: string): Component {
  const [found] = buildWorld(recordedSeed)
    .teams.flatMap((team) => team.components)
    .filter(({ service }) => service.service_alias === alias)
  if (!found) throw new Error(`no ${alias}`)
  return found
}

const named = ({ variables }: Component, port: number) =>
  variables.filter((row) => row.container_port === port).map((row) => `${row.attr_name}=${row.attr_value}`)

const portOf = ({ ports }: Component, number: number) => {
  const port = ports.find((row) => row.container_port === number)
  if (!port) throw new Error(`no port ${number}`)
  return port
}

describe('the connection variables', () => {
  test('a new port with the alias of a sibling takes its variables over', () => {
    const web = component('gr1a2b3c')
    takeVariables(web, 'GR1A2B3C80', 7000, 'web')
    expect(named(web, 80)).toEqual([])
    expect(named(web, 7000)).toEqual(['GR1A2B3C80_HOST=gr1a2b3c', 'GR1A2B3C80_PORT=80'])
  })

  test('a port that is opened inside leaves a sibling what it holds', () => {
    const dup = component('gr9d0e1f')
    renewVariables(dup, portOf(dup, 1002), 'gr9d0e1f')
    expect(named(dup, 1001)).toEqual(['SAME_HOST=gr9d0e1f', 'SAME_PORT=1001'])
    expect(named(dup, 1002)).toEqual([])
  })

  test('a rename gives every host of the component the new domain, and the port the new names', () => {
    const web = component('gr1a2b3c')
    renameVariables(web, portOf(web, 80), 'FRONT', 'web-svc')
    expect(named(web, 80)).toEqual(['FRONT_HOST=web-svc', 'FRONT_PORT=80'])
    expect(named(web, 9000)).toEqual(['GR1A2B3C9000_HOST=web-svc', 'GR1A2B3C9000_PORT=9000'])
    expect(named(web, 0)).toEqual(['LOG_LEVEL=info'])
  })

  test('an alias that occurs in the rest of a name breaks it', () => {
    const web = component('gr1a2b3c')
    takeVariables(web, 'H', 7000, 'web')
    renameVariables(web, { ...portOf(web, 80), container_port: 7000, port_alias: 'H' }, 'NEW', 'web')
    expect(named(web, 7000)).toEqual(['NEW_OST=web', 'NEW_PORT=7000'])
  })

  test('those of a deleted port go, the others stay', () => {
    const web = component('gr1a2b3c')
    dropVariables(web, 80)
    expect(named(web, 80)).toEqual([])
    expect(named(web, 3306)).toHaveLength(2)
  })
})

test('a change that fails leaves the records of the console as they were', () => {
  const web = component('gr1a2b3c')
  const before = structuredClone({ ports: web.ports, variables: web.variables })
  const change = () => {
    web.ports.length = 0
    renameVariables(web, { ...portOf(component('gr1a2b3c'), 80) }, 'FRONT', 'web-svc')
    throw new Error('the cluster failed')
  }
  expect(() => inTransaction(web, change)).toThrow('the cluster failed')
  expect({ ports: web.ports, variables: web.variables }).toEqual(before)
})
