import { BlockList, isIP } from 'node:net'
import { isLoopback } from '../http/address'

type Environment = Readonly<Record<string, string | undefined>>

/** Which variables name the proxy, the best first, by the protocol of the console. */
const variables: Readonly<Record<string, readonly string[]>> = {
  'http:': ['HTTP_PROXY', 'ALL_PROXY'],
  'https:': ['HTTPS_PROXY', 'ALL_PROXY', 'HTTP_PROXY'],
}

/** Returns a variable of the environment; as everywhere, its lower-case form wins. */
function variable(env: Environment, name: string): { name: string; value: string } | undefined {
  for (const form of [name.toLowerCase(), name]) {
    const value = env[form]?.trim()
    if (value !== undefined && value !== '') return { name: form, value }
  }
  return undefined
}

/**
 * Returns the proxy on the way to the console; undefined for none. A console on this machine is called directly. A proxy
 * may be written without its scheme, and `NO_PROXY` may hold networks, which match a console given by its address.
 * @returns `fault`: one line that names the variable and never repeats its value, which may hold a password
 */
export function consoleProxy(env: Environment, address: URL): { proxy?: URL } | { fault: string } {
  if (isLoopback(address.hostname)) return {}
  const noProxy = variable(env, 'NO_PROXY')
  const found = (variables[address.protocol] ?? []).map((name) => variable(env, name)).find(Boolean)
  if (found === undefined) return {}
  if (noProxy !== undefined) {
    const entries = noProxy.value.split(/[\s,]+/).filter((entry) => entry !== '')
    const wrong = entries.find((entry) => entry.includes('/') && networkOf(entry) === undefined)
    if (wrong !== undefined) {
      return {
        fault: `${noProxy.name} holds ${JSON.stringify(wrong)}, which is not a network such as 10.0.0.0/8`,
      }
    }
    if (entries.some((entry) => excepts(entry, address))) return {}
  }
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(found.value) ? found.value : `http://${found.value}`
  const proxy = URL.canParse(text) ? new URL(text) : undefined
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol) || proxy.hostname === '') {
    return { fault: `${found.name} must be an http or https proxy, such as http://proxy:3128` }
  }
  return { proxy }
}

function networkOf(entry: string): BlockList | undefined {
  const [, network = '', bits = ''] = /^\[?([\da-f:.]+)\]?\/(\d{1,3})$/i.exec(entry) ?? []
  const version = isIP(network)
  if (version === 0 || Number(bits) > (version === 4 ? 32 : 128)) return undefined
  const list = new BlockList()
  list.addSubnet(network, Number(bits), version === 4 ? 'ipv4' : 'ipv6')
  return list
}

/** Tells whether an entry of `NO_PROXY` means this console: `*`, a network, or a name with or without a port. */
function excepts(entry: string, { hostname, port, protocol }: URL): boolean {
  if (entry === '*') return true
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  const network = networkOf(entry)
  if (network !== undefined) {
    const version = isIP(bare)
    return version !== 0 && network.check(bare, version === 4 ? 'ipv4' : 'ipv6')
  }
  const [, name = entry, atPort] =
    /^(.*[^:]|\[.*\]):(\d+)$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? []
  if (atPort !== undefined && atPort !== (port || (protocol === 'https:' ? '443' : '80'))) return false
  const domain = name
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^\*?\./, '')
  return bare === domain || bare.endsWith(`.${domain}`)
}
