/** One message for each kind of failure (`ErrorKind`), then what may be said beside it. */
export const errorsEn = {
  unauthenticated: 'Your session has ended. Sign in again to go on.',
  licence: 'The platform’s Rainbond licence is missing or has expired. An administrator can renew it.',
  'not-found': 'Not found: it may have been deleted. Refresh to see the current state.',
  conflict: 'This is already taken. Choose another one.',
  'wrong-state': 'Rainbond does not allow this in the current state. Refresh to see what has changed.',
  invalid: 'Rainbond did not accept what was sent. Correct it and try again.',
  busy: 'Rainbond is still busy with the last change. Try again in a moment.',
  cluster:
    'The cluster behind Rainbond failed and gave no clear result, so go by what you see after a refresh. If this keeps happening, contact whoever runs the cluster.',
  'cluster-refused':
    'The cluster behind Rainbond refused this, so it was not done. Try again later, or contact whoever runs the cluster.',
  crash:
    'Rainbond had an internal error and gave no clear result, so go by what you see after a refresh. If this keeps happening, ask an administrator to check the console’s log.',
  'duplicate-permission':
    'Rainbond has recorded your administrator permission twice (a known bug in its console), so ports cannot be read or changed. Ask an administrator to delete one of your two rows in the database table enterprise_user_perm.',
  offline: 'There is no connection to Portdeck. Check the network.',
  timeout:
    'No answer came in time, but the request may still be carried out. Refresh to see the current state.',
  'given-up': 'You stopped waiting for the answer. Whether it is carried out all the same, a refresh tells.',
  unreadable:
    'The answer is not in a format that Portdeck understands. If this keeps happening, tell whoever runs this Portdeck.',
  forbidden: 'This is not allowed. Ask whoever runs this Portdeck for access.',
  throttled: 'Too many requests. Wait a moment and try again.',
  upstream:
    'Portdeck’s server got no valid answer from the Rainbond console. If this keeps happening, tell whoever runs this Portdeck.',
  reasons: {
    'not-a-member': 'You are not a member of this team.',
    'read-only': 'This Portdeck is read-only: whoever runs it has switched changes off.',
    unreachable: 'Portdeck’s server cannot reach the Rainbond console.',
    'cut-off': 'The answer broke off in the middle.',
    'not-json': 'A web page came instead of Rainbond’s answer: something in between may be in the way.',
    'cross-site': 'The request did not come from this page’s own address, so it was refused.',
  },
  field: 'The field {field} is missing or is not what it should be.',
  gatewayDetail: 'Portdeck’s server says: {detail}',
  detail: 'Rainbond says: {detail}',
  requestId: 'Request {id}',
  triedAgain: 'It is tried again by itself, too.',
  retry: 'Try again',
  retryIn: 'Try again in {seconds} s',
} as const
