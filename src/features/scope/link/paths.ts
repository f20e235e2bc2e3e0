/** The four choices that lead to a component, outermost first. */
export const levels = ['team', 'region', 'app', 'component'] as const
export type Level = (typeof levels)[number]

/** The path of every page. `:level` stands for an encoded segment: an id or a name, chosen on the page before. */
export const pagePaths = {
  home: '/',
  teams: '/teams',
  regions: '/teams/:team/regions',
  apps: '/teams/:team/regions/:region/apps',
  components: '/teams/:team/regions/:region/apps/:app/services',
  ports: '/teams/:team/regions/:region/apps/:app/services/:component/ports',
  clusterPorts: '/teams/:team/regions/:region/ports',
  appPorts: '/teams/:team/regions/:region/apps/:app/ports',
  exposure: '/teams/:team/regions/:region/exposure',
} as const
export type PageName = keyof typeof pagePaths
