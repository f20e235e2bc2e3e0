/** The signed-in person, and signing out. */
export const sessionEn = {
  as: 'Signed in as {name}',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  leavePlan: 'Changes are still being sent. If you sign out, the rest won’t be sent. Sign out anyway?',
  signOutFailed: 'You’re still signed in: {reason}',
} as const
