const siteLength = '/56'

/** Tells whether a network of `networksOf` is the wider one of an IPv6 address. */
export const isSite = (network: string) => network.endsWith(siteLength)

/**
 * Returns the networks by which an address is limited, from the narrowest to the widest: an IPv4 address as it is; the
 * /64 and the /56 of an IPv6 address, since one person may own all of either.
 */
export function networksOf(address: string): readonly string[] {
  if (!address.includes(':')) return [address]
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
  const site = Number.parseInt(groups[3] ?? '0', 16) & 0xff00
  const start = groups.slice(0, 3)
  return [
    `${[...start, groups[3]].join(':')}::/64`,
    `${[...start, site.toString(16)].join(':')}::${siteLength}`,
  ]
}
