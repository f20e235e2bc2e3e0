/** The dialog for new ports, once it is loaded. */
export const addingEn = {
  protocol: 'Protocol',
  alias: 'Alias',
  aliasHint: 'Connection variables: {alias}_HOST and {alias}_PORT',
  several: '{count} ports, added in one plan.',
  aliasOfSeveral: 'Each port gets its own alias.',
  inner: 'Internal access',
  innerHint: 'Other components can reach it.',
  outer: 'External access',
  outerHint: 'It can be reached through the gateway. This also opens internal access.',
  risky:
    'Port {port} is usually {name}, which is meant for internal use. Think twice before opening external access.',
  riskyName:
    'The name contains “{name}”, so this port is probably for administrators, developers or monitoring. Think twice before opening external access.',
  submit: 'Add port',
  back: 'Back',
  clear: 'Clear',
  keeps: 'What you’ve typed is kept.',
  sending: 'Adding…',
  problems: {
    empty: 'Enter a port number.',
    'not-a-number': 'Enter a number.',
    'not-whole': 'Enter a whole number.',
    'too-small': 'The smallest port is 1.',
    'too-large': 'The largest port is 65535.',
    backwards: 'Write a range from low to high, such as 8000-8010.',
    'too-many': 'You can add at most {most} ports at once.',
    'no-separator': 'Separate ports with commas.',
    taken: 'The component already has this port.',
    'some-taken': 'The component already has these ports: {ports}.',
    'taken-by-other-protocol':
      'The component already has this port with another protocol. Each number can be used once.',
  },
} as const
