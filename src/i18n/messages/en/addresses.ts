/** The list of all addresses of a port. */
export const addressesEn = {
  title: 'Addresses of port {port}',
  outer: 'Public addresses',
  outerNone: 'External access is closed.',
  outerNowhere: 'External access is open, but no gateway rule provides an address.',
  outerUnknown: 'Unknown: the gateway rules couldn’t be read.',
  custom: 'custom domain',
  inner: 'Inside the team',
  innerNone: 'Internal access is closed.',
} as const
