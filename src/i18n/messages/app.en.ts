export const appEn = {
  name: 'Portdeck',
  title: '{page} · Portdeck',
  skip: 'Skip to content',
  home: 'Portdeck, choose a team',
  loading: 'Loading…',
  ports: 'Ports of {component}',
  language: 'Language',
  scheme: { label: 'Colour scheme', auto: 'Follow system', light: 'Light', dark: 'Dark' },
  demo: {
    badge: 'Demo',
    explanation:
      'A made-up platform that lives in memory. Nothing you do here reaches a real Rainbond, and a restart brings it back as it was.',
  },
  readOnly: {
    badge: 'Read-only',
    explanation: 'Whoever runs this Portdeck has switched changes off. Everything can be looked at.',
  },
  notFound: {
    title: 'Page not found',
    text: 'This address leads nowhere in Portdeck.',
    home: 'Choose a team',
  },
  broken: {
    title: 'This page has a fault',
    text: 'It could not be shown. The rest of Portdeck goes on working.',
    again: 'Try again',
  },
  stale: {
    title: 'This page could not be loaded',
    text: 'Portdeck was probably renewed in the meantime, or the network is gone. Reloading brings the new version.',
    unsaved: 'What is typed and not saved is asked about first.',
    reload: 'Reload',
    later: 'Not now',
  },
} as const
