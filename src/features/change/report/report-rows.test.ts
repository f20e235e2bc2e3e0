import { expect, it } from 'vitest'
import { aGatewayRule } from '../../../domain/testing/component'
import type { Port } from '../../../domain/model/port'
import { createEngine } from '../engine/engine'
import { aPort, aTarget, FakeEffects, settled } from '../testing/fake-effects'
import { isChangedSince, reportRows } from './report-rows'

function aComponent(ports: Port[]) {
  const effects = new FakeEffects({ ports, gatewayRules: [], componentAlias: 'gr1', meshed: false })
  return { effects, engine: createEngine(effects) }
}

const statuses = (rows: ReturnType<typeof reportRows>) => rows.map(({ port, status }) => [port, status])

it('does not say that a port needed nothing which somebody has changed meanwhile', async () => {
  const open: Partial<Port> = { is_inner_service: true }
  const { effects, engine } = aComponent([aPort(80, open), aPort(81), aPort(82, open)])
  const ports = new Map([80, 81, 82].map((port) => [port, { inner: true }]))
  const changed = engine.change([aTarget()], { ports })
  const { accept } = await effects.next()
  accept()
  effects.there = {
    ...effects.there,
    ports: effects.there.ports.map((port) => (port.container_port === 80 ? aPort(80) : port)),
  }
  const rows = reportRows(await changed)
  expect(rows.map(isChangedSince)).toEqual([true, false, false])
  expect(statuses(rows)).toEqual([
    [80, 'refused'],
    [81, 'done'],
    [82, 'unchanged'],
  ])
})

it('does not say that a port is done which still answers at an address, whatever its steps did', async () => {
  const { effects, engine } = aComponent([aPort(80, { is_inner_service: true })])
  const ports = new Map([[80, { inner: false, outer: false }]])
  const changed = engine.change([aTarget()], { ports })
  const { accept } = await effects.next()
  accept()
  effects.there = { ...effects.there, gatewayRules: [aGatewayRule()] }
  await settled()
  expect(statuses(reportRows(await changed))).toEqual([[80, 'refused']])
})
