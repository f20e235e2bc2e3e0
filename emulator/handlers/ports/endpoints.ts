import { refused } from '../../wire/answers'
import type { ComponentCall } from '../call'

const number = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/
const domainPattern =
  /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i

/** Returns the host of an address with or without scheme and port. */
function hostOf(address: string): string {
  const bare = address.replace(/^.*https:\/\//, '').replace(/^.*http:\/\//, '')
  const colon = bare.lastIndexOf(':')
  return colon < 0 ? bare : bare.slice(0, colon)
}

const isIpv4 = (host: string) =>
  host.split('.').length === 4 && host.split('.').every((part) => number.test(part))
const isIpv6 = (host: string) => host.includes(':') && /^[\da-f:.]+$/i.test(host)

function faultOf(host: string): string | undefined {
  if (!isIpv4(host) && !isIpv6(host)) return `${host} must be a valid IP address`
  if (host === '0.0.0.0' || host === '::') return `${host} may not be unspecified (0.0.0.0)`
  if (host.startsWith('127.') || host === '::1') {
    return `${host} may not be in the loopback range (127.0.0.0/8)`
  }
  return undefined
}

/**
 * Checks the endpoints of a third-party component, as every outer action does first (docs/contract.md, "Components that
 * differ"). Duplicates, invalid addresses, several domains and a mix of domains and IPs are refused.
 */
export function checkEndpoints({ component, cluster, team }: ComponentCall): void {
  const { service_source, service_alias, endpoints = [] } = component.service
  if (service_source !== 'third_party') return
  cluster.call('GET', `/v2/tenants/${team.row.tenant_name}/services/${service_alias}/3rd-party/pods`)
  if (new Set(endpoints).size < endpoints.length) {
    throw refused(400, 'Multiple instances of the same address are not allowed', '不允许多实例地址相同')
  }
  const hosts = endpoints.map(hostOf)
  const domains = hosts.filter((host) => !isIpv4(host) && domainPattern.test(host))
  for (const host of hosts.filter((other) => !domains.includes(other))) {
    const fault = faultOf(host)
    if (fault !== undefined) throw refused(400, [fault], 'ip地址不合法')
  }
  const several = 'do not support multi domain endpoint'
  if (domains.length > 1) throw refused(400, several, '不允许多实例域名地址')
  if (domains.length > 0 && hosts.length > 1) throw refused(400, several, '不允许多实例域名、ip混合地址')
}
