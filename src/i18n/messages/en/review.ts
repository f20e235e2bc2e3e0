/** The review of a change of several components. */
export const reviewEn = {
  scope:
    '{components, plural, one {# component} other {# components}} · {ports, plural, one {# port} other {# ports}} · {steps, plural, one {# step} other {# steps}}',
  calls:
    '{calls, plural, one {# call} other {# calls}}: {writes, plural, one {# change} other {# changes}}, and {readings, plural, one {# reading} other {# readings}} before and after them',
  time: 'About {time}, at {milliseconds} ms a call and up to {components} components at a time',
  nothingLeft: 'Everything is left out.',
  list: 'Components',
  steps: '{steps, plural, one {# step} other {# steps}}',
  risks: '{risks, plural, one {# risk} other {# risks}}',
  losses: '{losses, plural, one {# loss} other {# losses}}',
  changed: 'Changed by someone else',
  leftOut: 'Left out',
  include: 'Include {component}',
  includePort: 'Include port {port} of {component}',
  ports: 'Ports',
  port: 'Port {port}',
  noChange: 'nothing to change',
  added: 'added',
  deleted: 'deleted',
  fields: { protocol: 'Protocol', alias: 'Alias', inner: 'Internal', outer: 'External' },
  open: 'open',
  closed: 'closed',
  asDesired:
    'Nothing to change: {ports, plural, one {# port} other {# ports}} in {components, plural, one {# component} other {# components}}',
  unreachable: 'Can’t be changed: {components, plural, one {# component} other {# components}}',
  portList: '{ports, plural, one {Port} other {Ports}} {list}',
  typed: {
    label: 'Type {count} to confirm',
    why: '{count} ports will be deleted or opened at the gateway.',
    missing: 'Type the number first',
  },
  progress: {
    label: 'Progress',
    components: '{finished} of {components, plural, one {# component} other {# components}} finished',
    failed: '{components, plural, one {# failed} other {# failed}}',
    waiting: '{components, plural, one {# not started} other {# not started}}',
  },
} as const
