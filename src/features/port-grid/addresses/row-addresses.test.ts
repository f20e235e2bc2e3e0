import { describe, expect, it } from 'vitest'
import { aPort } from '../../change/testing/fake-effects'
import type { PortRow } from '../rows/port-row'
import { rowAddresses } from './row-addresses'

function aRow(port: Partial<PortRow['port']>, rules: PortRow['rules'] = []): PortRow {
  return {
    id: 's:8080',
    componentId: 's',
    isTwice: false,
    areRulesToCome: false,
    isFromLastVisit: false,
    port: { ...aPort(8080), ...port },
    rules,
    activity: { pending: null, refusal: null },
    place: null,
  }
}

const open = {
  port: 8080,
  open: true,
  custom: false,
  kind: 'http',
  protocol: 'http',
  publicAddress: 'http://a.test',
} as const
const closed = { ...open, open: false, publicAddress: 'http://closed.test' }
const tcp = { ...open, kind: 'tcp', protocol: 'tcp', publicAddress: '10.0.0.1:30306' } as const

const listed = (row: PortRow) => rowAddresses(row).map(({ scope, address }) => `${scope} ${address}`)

describe('rowAddresses', () => {
  it('lists open addresses, outer first', () => {
    const row = aRow({ is_inner_service: true, is_outer_service: true, k8s_service_name: 'web' }, [
      open,
      tcp,
      closed,
    ])
    expect(listed(row)).toEqual(['outer http://a.test', 'outer 10.0.0.1:30306', 'inner web:8080'])
  })

  it('lists no closed address, and no inner one while inner is closed', () => {
    expect(listed(aRow({ is_inner_service: false, k8s_service_name: 'web' }, [closed]))).toEqual([])
  })

  it('lists a gateway rule that is still open although outer is off', () => {
    expect(listed(aRow({ is_inner_service: false, is_outer_service: false }, [open]))).toEqual([
      'outer http://a.test',
    ])
  })

  it('lists the inner address although the gateway rules are unknown', () => {
    expect(listed(aRow({ is_inner_service: true, k8s_service_name: 'web' }, null))).toEqual([
      'inner web:8080',
    ])
  })

  it('lists no inner address without an internal domain', () => {
    expect(listed(aRow({ is_inner_service: true, k8s_service_name: '' }))).toEqual([])
  })

  it('shows a wildcard as text, after the addresses that a browser can open', () => {
    const wildcard = { ...open, custom: true, publicAddress: 'https://*.acme.test' } as const
    const row = aRow({ is_inner_service: false }, [
      wildcard,
      open,
      { ...open, publicAddress: 'http://b.test/*.js' },
    ])
    expect(rowAddresses(row).map(({ address, isPage }) => [address, isPage])).toEqual([
      ['http://a.test', true],
      ['http://b.test/*.js', true],
      ['https://*.acme.test', false],
    ])
    expect(listed(aRow({ is_inner_service: false }, [wildcard]))).toEqual(['outer https://*.acme.test'])
  })

  it('links to a page over http only', () => {
    const row = aRow({ is_inner_service: true, k8s_service_name: 'web' }, [open, tcp])
    expect(rowAddresses(row).map(({ isPage }) => isPage)).toEqual([true, false, false])
  })
})
