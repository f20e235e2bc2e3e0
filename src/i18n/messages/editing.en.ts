/** Editing a port in its row, and adding one. */
export const editingEn = {
  names: {
    protocol: 'Protocol, port {port}',
    alias: 'Alias, port {port}',
    domain: 'Internal domain, port {port}',
    editAlias: 'Edit alias, port {port}',
    editDomain: 'Edit internal domain, port {port}',
  },
  labels: { protocol: 'Protocol', alias: 'Alias', domain: 'Internal domain' },
  save: 'Save',
  cancel: 'Cancel',
  unsaved: 'Not saved',
  protocolChange: '{before} → {after}',
  leave:
    '{count, plural, one {A port has a change} other {# ports have changes}} that {count, plural, one {is} other {are}} not saved. Leave and lose {count, plural, one {it} other {them}}?',
  alias: {
    empty: 'An alias is needed.',
    'lower-case': 'Capital letters only: the alias becomes the name of variables.',
    'wrong-start': 'It has to start with a capital letter.',
    'wrong-character': 'Only capital letters, digits and “_” are possible.',
    'too-long': 'At most 64 characters are possible.',
    taken: 'Another port of this component has this alias.',
  },
  domain: {
    empty: 'An internal domain is needed.',
    'upper-case': 'Small letters only.',
    'wrong-start': 'It has to start with a small letter.',
    'wrong-end': 'It has to end with a letter or a digit.',
    'wrong-character': 'Only small letters, digits and “-” are possible.',
    'too-long': 'At most 63 characters are possible.',
    taken: 'Another component of the team has this internal domain.',
  },
  port: {
    empty: 'A port number is needed.',
    'not-a-number': 'A number is needed.',
    'not-whole': 'A whole number is needed.',
    'too-small': 'The smallest port is 1.',
    'too-large': 'The largest port is 65535.',
    taken: 'The component has this port already.',
    'taken-by-other-protocol':
      'The component has this port already, under another protocol: a number can be used once.',
  },
} as const
