/** One message for each kind of failure (`ErrorKind`), then what may be said beside it. */
export const errorsEn = {
  unauthenticated: 'Your session has ended. Sign in again to continue.',
  licence: 'The platform’s Rainbond licence is missing or has expired. Ask an administrator to renew it.',
  'not-found': 'Not found. It may have been deleted; refresh to see the current state.',
  conflict: 'This is already taken. Choose another one.',
  'wrong-state': 'Rainbond doesn’t allow this in the current state. Refresh to see what has changed.',
  invalid: 'Rainbond rejected the request as invalid. Correct it and try again.',
  busy: 'Rainbond is still busy with the last change. Try again in a moment.',
  cluster:
    'The cluster behind Rainbond failed, so it’s unclear whether a change went through. Refresh to see the current state; if this keeps happening, contact your cluster administrator.',
  'cluster-refused':
    'The cluster behind Rainbond refused this, so it was not done. Try again later, or contact your cluster administrator.',
  crash:
    'Rainbond had an internal error, so it’s unclear whether a change went through. Refresh to see the current state; if this keeps happening, ask an administrator to check the console’s log.',
  'duplicate-permission':
    'Rainbond has recorded your administrator permission twice (a known bug in its console), so ports can’t be read or changed. Ask an administrator to delete one of your two rows in the database table enterprise_user_perm.',
  offline: 'Can’t connect to Portdeck. Check your network.',
  timeout: 'The response timed out. A change may still go through; refresh to see the current state.',
  'given-up': 'You stopped waiting. A change may still go through; refresh to see the current state.',
  unreadable:
    'Portdeck can’t read the format of this response. If this keeps happening, contact your Portdeck administrator.',
  forbidden: 'This isn’t allowed. Ask your Portdeck administrator for access.',
  throttled: 'Too many requests. Wait a moment and try again.',
  upstream:
    'Portdeck’s server got no valid response from the Rainbond console. If this keeps happening, contact your Portdeck administrator.',
  readBack: {
    cluster:
      'The cluster behind Rainbond failed, so the change didn’t take effect. Try again later; if this keeps happening, contact your cluster administrator.',
    crash:
      'Rainbond had an internal error, so the change didn’t take effect. Try again later; if this keeps happening, ask an administrator to check the console’s log.',
  },
  reasons: {
    'not-a-member': 'You’re not a member of this team. Ask a team administrator to add you.',
    'read-only': 'Read-only: your Portdeck administrator has turned off changes for you.',
    unreachable:
      'Portdeck’s server can’t reach the Rainbond console. Try again later, or contact your Portdeck administrator.',
    busy: 'The Rainbond console has too many requests. Wait a moment and try again.',
    'cut-off': 'The response was cut off.',
    'not-json': 'A web page came back instead of Rainbond’s response. A proxy in between may have sent it.',
    'too-large': 'The response is too large for Portdeck.',
    'cross-site': 'The request didn’t come from this page’s own address, so it was refused.',
    'too-many-cookies': 'Too many cookies. Delete this site’s cookies, then reload.',
  },
  field: 'The field {field} is missing or invalid.',
  gatewayDetail: 'Portdeck’s server says: {detail}',
  detail: 'Rainbond says: {detail}',
  requestId: 'Request ID: {id}',
  triedAgain: 'Portdeck also retries automatically.',
  retry: 'Try again',
  retryIn: 'Try again in {seconds} s',
} as const
