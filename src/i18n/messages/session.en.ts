export const sessionEn = {
  title: 'Sign in',
  lead: 'Portdeck works on your Rainbond platform with your own rights.',
  leadDemo: 'Look around in a made-up platform. Nothing to install, nothing to break.',
  token: 'Access token',
  show: 'Show the token',
  hide: 'Hide the token',
  submit: 'Sign in',
  submitting: 'Signing in…',
  how: {
    title: 'How to get an access token',
    open: 'Open <link>{console}</link> and sign in there.',
    openUnknown: 'Open your Rainbond console and sign in there.',
    where: 'At the top right choose <b>个人中心</b> (Personal center), then <b>访问令牌</b> (Access tokens).',
    copy: 'Create a token, copy it, and paste it here.',
  },
  kept: 'The token stays in a sealed cookie that no script can read. It is used for your requests only.',
  demo: 'This is the demo. Its access token is filled in: <code>{token}</code>',
  failed: {
    empty: 'Paste your access token first.',
    wrong:
      'Rainbond does not know this token. It may be mistyped, expired or withdrawn; paste it alone, without “Bearer”.',
    licence:
      'The token is fine, but the platform’s licence is missing or has expired. An administrator can renew it.',
    console: 'The Rainbond console cannot be reached from Portdeck. The token was not checked.',
    throttled:
      'Too many failed attempts. {seconds, plural, =0 {Try again in a while.} one {Try again in # second.} other {Try again in # seconds.}}',
  },
  expired: {
    title: 'Your session has ended',
    lead: 'Sign in again to go on. What you typed is still there.',
  },
  as: 'Signed in as {name}',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  leavePlan: 'Changes are still being sent. If you sign out, the rest will not be sent. Sign out anyway?',
  signOutFailed: 'You are still signed in: {reason}',
} as const
