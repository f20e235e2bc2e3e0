/** The command palette: what it finds, and what it says while it reads. */
export const paletteEn = {
  placeholder: 'Page, component, port or action',
  groups: {
    recent: 'Recent',
    view: 'On this page',
    page: 'Go to',
    team: 'Teams',
    region: 'Clusters',
    app: 'Apps',
    component: 'Components',
    port: 'Ports',
    general: 'General',
  },
  some: '{group} · {shown} of {total, number}',
  found: '{total, plural, =0 {No results} one {# result} other {# results}}',
  none: 'No results for “{typed}”',
  hint: 'To find a port, type its component and its number: orders-db 3306. Apps and components are those of the cluster that you opened last.',
  limited:
    'Ports were searched in {searched} of {total, number} matching components, and where they were loaded already. Type more of the component’s name.',
  opening: 'The best result opens when reading is done.',
  reading: {
    teams: 'Reading teams…',
    regions: 'Reading clusters…',
    apps: 'Reading apps…',
    components: 'Reading components…',
    ports: 'Reading the ports of {names}…',
  },
  failed: {
    teams: 'The teams couldn’t be read.',
    regions: 'The clusters couldn’t be read.',
    apps: 'The apps couldn’t be read.',
    components: 'The components of {names} couldn’t be read.',
    ports: 'The ports of {names} couldn’t be read.',
  },
  comma: ', ',
  andMore: '{names} and {rest, number} more',
  retry: 'Try again',
} as const
