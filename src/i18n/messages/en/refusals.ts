/** Why a change was not made. */
export const refusalsEn = {
  unreachable: {
    'port-invalid': '{port} isn’t a valid port: ports range from 1 to 65535.',
    'port-gone': 'Port {port} no longer exists.',
    'port-taken': 'Someone else has added port {port} in the meantime.',
    'port-twice': 'Port {port} is listed twice, and Rainbond’s API can’t tell the two apart.',
    'outer-without-inner': 'External access on port {port} can’t be open without internal access.',
    'alias-invalid': '{alias} isn’t a valid alias for port {port}.',
    'alias-taken': 'Port {by} already has the alias {alias}.',
    'internal-domain-invalid': '{domain} isn’t a valid internal domain.',
    'internal-domain-without-port': 'The internal domain {domain} needs at least one port.',
    'internal-domain-needs-alias':
      'The internal domain can’t be changed while no port has an alias of its own. Set an alias on one of them first.',
  },
  refused: {
    added: 'Not added.',
    opened: 'Not opened.',
    closed: 'Not closed.',
    deleted: 'Not deleted.',
    changed: 'Not changed.',
    notKnown: 'The ports couldn’t be read back, so it’s unclear whether this was carried out.',
    notAsDesired: 'Rainbond reported success, but the change didn’t take effect.',
    stillOpen: 'Still open at the gateway: {address}.',
  },
} as const
