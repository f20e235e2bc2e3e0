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
  test('are taken over by a new port with the alias of a sibling', () => {
    const web = component('gr1a2b3c')
    takeVariables(web, 'GR1A2B3C80', 7000, 'web')
    expect(named(web, 80)).toEqual([])
    expect(named(web, 7000)).toEqual(['GR1A2B3C80_HOST=gr1a2b3c', 'GR1A2B3C80_PORT=80'])
  })

  test('of a sibling remain when a port opens inside', () => {
    const dup = component('gr9d0e1f')
    renewVariables(dup, portOf(dup, 1002), 'gr9d0e1f')
    expect(named(dup, 1001)).toEqual(['SAME_HOST=gr9d0e1f', 'SAME_PORT=1001'])
    expect(named(dup, 1002)).toEqual([])
  })

  test('get the new domain in every host, and new names for the renamed port', () => {
    const web = component('gr1a2b3c')
    renameVariables(web, portOf(web, 80), 'FRONT', 'web-svc')
    expect(named(web, 80)).toEqual(['FRONT_HOST=web-svc', 'FRONT_PORT=80'])
    expect(named(web, 9000)).toEqual(['GR1A2B3C9000_HOST=web-svc', 'GR1A2B3C9000_PORT=9000'])
    expect(named(web, 0)).toEqual(['LOG_LEVEL=info'])
  })

  test('lose the old alias wherever it occurs in their names', () => {
    const web = component('gr1a2b3c')
    takeVariables(web, 'H', 7000, 'web')
    renameVariables(web, { ...portOf(web, 80), container_port: 7000, port_alias: 'H' }, 'NEW', 'web')
    expect(named(web, 7000)).toEqual(['NEW_OST=web', 'NEW_PORT=7000'])
  })

  test('of a deleted port disappear, the others remain', () => {
    const web = component('gr1a2b3c')
    dropVariables(web, 80)
    expect(named(web, 80)).toEqual([])
    expect(named(web, 3306)).toHaveLength(2)
  })
})

test('a failed change leaves the records of the console unchanged', () => {
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
