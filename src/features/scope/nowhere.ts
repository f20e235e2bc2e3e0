/** The ref of a query that is not enabled (yet), because a hook cannot be left out. */
export const nowhere = { team: '', region: '', app: 0, service: '' } as const
