import type { FaultName } from '../../emulator/faults/definitions'

const faults = {
  timeout: { title: 'No response', text: 'The console never responds, until Portdeck stops waiting.' },
  'connection-reset': { title: 'Connection lost', text: 'The connection breaks before the change is made.' },
  'lost-answer': {
    title: 'Response lost',
    text: 'The change is made, but the connection breaks before the response arrives.',
  },
  'cut-json': {
    title: 'Response cut off',
    text: 'The change is made, but only half of the response arrives.',
  },
  'wrong-shape': {
    title: 'Unexpected format',
    text: 'Responses contain port numbers that aren’t numbers.',
  },
  'no-effect': { title: 'No effect', text: 'The console reports success, but changes nothing.' },
  html: { title: 'A web page', text: 'A proxy in front of the console responds with an error page.' },
  crash: { title: 'Console error', text: 'The console has an internal error.' },
  'duplicate-permission': {
    title: 'Duplicate permission',
    text: 'The console has recorded your permission twice, and fails on every port.',
  },
  unauthenticated: {
    title: 'Token expired',
    text: 'Your access token has expired.',
  },
  licence: { title: 'Licence expired', text: 'The licence of the platform has run out.' },
  'missing-route': {
    title: 'Older Rainbond',
    text: 'The operation log, the gateway rules and the component’s header can’t be read.',
  },
  slow: { title: 'Slow console', text: 'Each response takes three seconds longer.' },
  'cluster-too-frequent': {
    title: 'Too frequent',
    text: 'The cluster asks to wait a moment, and Portdeck tries again by itself.',
  },
  'cluster-error': { title: 'Cluster error', text: 'The cluster has an internal error.' },
  'cluster-html': { title: 'Cluster sends a web page', text: 'A proxy in front of the cluster responds.' },
  'cluster-timeout': {
    title: 'Cluster timeout',
    text: 'The cluster doesn’t respond to the console in time.',
  },
  'cluster-no-answer': {
    title: 'Cluster silent',
    text: 'The console gives up after it has tried to reach the cluster several times.',
  },
  'cluster-empty-body': { title: 'Empty response', text: 'The cluster responds with nothing.' },
  'cluster-own-code': {
    title: 'Cluster’s own error',
    text: 'The cluster can’t reach a part of itself, and says so with a code of its own.',
  },
  'cluster-conflict': { title: 'Cluster conflict', text: 'The component is being upgraded at the moment.' },
  'cluster-not-found': { title: 'Not in the cluster', text: 'The cluster doesn’t have the component.' },
  'cluster-unreachable': { title: 'Cluster unreachable', text: 'The console can’t reach the cluster.' },
  'cluster-out-of-memory': { title: 'Out of memory', text: 'The cluster has no resources left.' },
  'cluster-route-binding': {
    title: 'Gateway refuses',
    text: 'The gateway can’t create a new http route. Open external access on a new port to see it.',
  },
} as const satisfies Record<FaultName, { title: string; text: string }>

/** The texts of the demo's own controls. Those of the app are in src/i18n/. */
export const en = {
  badge: 'Demo',
  badgeOn: 'Demo, fault on',
  panel: {
    title: 'Demo',
    about:
      'A simulated platform that runs in this tab. Nothing you do here reaches a real Rainbond. Closing the tab ends it.',
    tour: 'Take the tour',
    latency: 'Delay of each response',
    latencies: { none: 'None', short: '300 ms', long: '2 s' },
    fault: 'Fault',
    faultAbout: 'Make something go wrong, and see how Portdeck responds.',
    noFault: 'No fault',
    noFaultText: 'Everything works.',
    inChanges: '{text} It happens when you change a port.',
    reset: 'Reset the demo',
    resetAbout: 'Brings back the original data, and turns off faults and delays.',
  },
  faults,
  tour: {
    offer: 'New to Portdeck?',
    offerText: 'Six steps show what it does.',
    start: 'Start the tour',
    later: 'Not now',
    skip: 'Skip',
    back: 'Back',
    next: 'Next',
    finish: 'Finish',
    step: '{step} of {steps}',
    goTo: 'Go to the control',
    return: 'F6 brings you back here.',
    steps: {
      switch: {
        title: 'Open a port with one click',
        text: 'Turn on internal access to port 9113. It shows as pending, and counts as done once Rainbond’s data confirms it.',
      },
      review: {
        title: 'See what opens before it opens',
        text: 'Turn on external access to port 9113. You see the address that goes live, and nothing is sent until you agree.',
      },
      alias: {
        title: 'Edit in place',
        text: 'Other components reach this one through variables named after the alias. Change it, and Portdeck lists each variable that gets a new name.',
      },
      risk: {
        title: 'Get warned about risky ports',
        text: 'Its alias suggests that port 8080 is for administration. Turn on external access, and the review says why that’s risky.',
      },
      undo: {
        title: 'Undo any change',
        text: 'After each change, Undo restores what was there before, in the order that Rainbond accepts.',
      },
      search: {
        title: 'Find any component',
        text: 'Search by name, and press Enter to open the first result. Every page has a link that you can share.',
      },
    },
  },
} as const
