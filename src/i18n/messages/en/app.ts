export const appEn = {
  name: 'Portdeck',
  title: '{page} · Portdeck',
  skip: 'Skip to content',
  home: 'Portdeck, choose a team',
  loading: 'Loading…',
  ports: '{component} · Ports',
  palette: 'Search everything',
  keyboard: 'Keyboard shortcuts',
  display: 'Display settings',
  language: 'Language',
  scheme: { label: 'Colour scheme', auto: 'Follow system', light: 'Light', dark: 'Dark' },
  demo: {
    badge: 'Demo',
    explanation:
      'A simulated platform in memory. Nothing you do here reaches a real Rainbond, and a restart resets it.',
  },
  readOnly: {
    badge: 'Read-only',
    explanation: 'Your Portdeck administrator has turned off changes. You can still view everything.',
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
    title: 'This page couldn’t be loaded',
    text: 'Portdeck was probably updated, or the network is down. Reload to get the latest version.',
    unsaved: 'You’ll be asked before unsaved changes are lost.',
    reload: 'Reload',
    later: 'Not now',
  },
} as const
