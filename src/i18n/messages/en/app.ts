export const appEn = {
  name: 'Portdeck',
  title: '{page} · Portdeck',
  skip: 'Skip to content',
  home: 'Portdeck, choose a team',
  loading: 'Loading…',
  ports: '{component} · Ports',
  display: 'Display settings',
  language: 'Language',
  scheme: { label: 'Colour scheme', auto: 'Follow system', light: 'Light', dark: 'Dark' },
  demo: {
    badge: 'Demo',
    explanation:
      'A made-up platform in memory. Nothing you do here reaches a real Rainbond, and a restart resets it.',
  },
  readOnly: {
    badge: 'Read-only',
    explanation: 'The administrator of this Portdeck has turned off changes. You can still view everything.',
  },
  keyboard: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    page: { title: 'On every page', search: 'Search or filter', help: 'Show this list' },
    ports: { title: 'On the page of a component', add: 'Add port' },
    grid: {
      title: 'In the grid of ports',
      move: 'Move between cells',
      ends: 'First or last cell of the row',
      corners: 'First or last cell of the grid',
      screens: 'One screen up or down',
      toggle: 'Turn a switch',
      edit: 'Edit or open a cell',
      cancel: 'Cancel editing',
    },
  },
  notFound: {
    title: 'Page not found',
    text: 'There’s no page at this address.',
    home: 'Choose a team',
  },
  broken: {
    title: 'Something went wrong',
    text: 'This page couldn’t be displayed. The rest of Portdeck still works.',
    again: 'Try again',
  },
  stale: {
    title: 'This page could not be loaded',
    text: 'Portdeck was probably updated, or the network is down. Reload to get the latest version.',
    unsaved: 'You’ll be asked before unsaved changes are lost.',
    reload: 'Reload',
    later: 'Not now',
  },
} as const
