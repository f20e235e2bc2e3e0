/** The lists of teams, clusters, apps and components. */
export const choosingEn = {
  headings: {
    team: 'Choose a team',
    region: 'Choose a cluster',
    app: 'Choose an app',
    component: 'Choose a component',
  },
  columns: {
    id: 'ID',
    domain: 'Default domain',
    status: 'Status',
    inCluster: 'Name in the cluster',
    note: 'Note',
    source: 'Source',
    ports: 'Ports',
    address: 'Address',
  },
  search: {
    team: 'Search teams',
    region: 'Search clusters',
    app: 'Search apps',
    component: 'Search components',
  },
  counts: {
    team: '{total, plural, one {# team} other {# teams}}',
    region: '{total, plural, one {# cluster} other {# clusters}}',
    app: '{total, plural, one {# app} other {# apps}}',
    component: '{total, plural, one {# component} other {# components}}',
  },
  shown: '{shown, number} of {all}',
  empty: {
    team: {
      title: 'You’re not in a team yet',
      text: 'Ask your platform administrator to add you to one in the Rainbond console.',
    },
    region: { title: 'This team has no cluster yet', text: 'Add one in the Rainbond console.' },
    app: { title: 'No apps in this cluster yet', text: 'Create one in the Rainbond console.' },
    component: { title: 'No components in this app yet', text: 'Create one in the Rainbond console.' },
  },
  noMatch: 'No results for “{typed}”',
  clear: 'Clear the search',
  refresh: 'Refresh',
  team: {
    readOnly: 'Read-only',
    readOnlyTitle: 'Your roles in this team don’t include changes.',
  },
  inService: 'In service',
  app: {
    mesh: 'Mesh',
    meshTitle: 'This app uses the built-in service mesh: other components reach it through 127.0.0.1.',
  },
  component: {
    thirdParty: 'Third-party',
    thirdPartyTitle: 'It doesn’t run on the platform, which only knows its addresses.',
    unfinished: 'Unfinished',
    unfinishedTitle:
      'Rainbond hasn’t finished creating it. Most changes are only saved in the console until it’s built.',
    statusUnknown: 'Status unknown',
    ports: '{ports, plural, =0 {No ports} one {# port} other {# ports}}',
    open: '{open, number} open at the gateway',
  },
  lost: {
    team: 'Your last team, “{name}”, no longer exists.',
    region: 'Your last cluster, “{name}”, no longer exists.',
    app: 'Your last app, “{name}”, no longer exists.',
    component: 'Your last component, “{name}”, no longer exists.',
  },
} as const
