/** Signing in, and signing in again where the session has ended. */
export const signInEn = {
  title: 'Sign in',
  lead: 'Portdeck works on your Rainbond platform with your own permissions.',
  leadDemo: 'Explore a simulated platform. Nothing to install, nothing to break.',
  enterDemo: 'Enter the demo',
  or: 'or with an access token',
  token: 'Access token',
  show: 'Show the token',
  hide: 'Hide the token',
  submit: 'Sign in',
  submitting: 'Signing in…',
  how: {
    title: 'How to get an access token',
    open: 'Open <link>{console}</link> and sign in there.',
    openUnknown: 'Open your Rainbond console and sign in there.',
    where:
      'At the top right, choose <b>个人中心</b> (Personal center), then <b>访问令牌</b> (Access tokens).',
    copy: 'Create a token, copy it, and paste it here.',
  },
  kept: 'The token stays in an encrypted cookie that scripts can’t read, and is used for your requests only.',
  demo: 'This is the demo. Its access token is <code>{token}</code>',
  failed: {
    empty: 'Paste your access token first.',
    wrong: 'Rainbond rejected this token. It may be mistyped, expired or revoked; paste it without “Bearer”.',
    cookie: 'Your browser blocks cookies here. Allow them, then sign in again.',
    licence:
      'The token is fine, but the platform’s licence is missing or has expired. Ask an administrator to renew it.',
    console: 'Rainbond couldn’t check this token. Try again in a moment.',
    throttled:
      'Too many failed attempts. {seconds, plural, =0 {Try again in a while.} one {Try again in # second.} other {Try again in # seconds.}}',
  },
  expired: {
    title: 'Your session has ended',
    lead: 'Sign in again to continue. What you typed is still there.',
  },
} as const
