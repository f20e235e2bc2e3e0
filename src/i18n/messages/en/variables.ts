/** The connection variables of a port. */
export const variablesEn = {
  title: 'Connection variables of port {port}',
  name: 'Name',
  value: 'Value',
  copyName: 'Copy name {name}',
  copyValue: 'Copy value of {name}',
  copyEnv: 'Copy as .env',
  derived:
    'Rainbond’s API doesn’t expose these variables, so Portdeck derives them from the alias, internal domain and port. Components that depend on this one receive them when they are next updated or restarted; if an alias was changed, the names may differ.',
  mesh: 'This app uses the built-in service mesh: components that depend on this one reach it at 127.0.0.1 through their own sidecar. If the port was opened before the mesh was turned on, {name} may still be {domain}.',
  meshSure:
    'This app uses the built-in service mesh: components that depend on this one reach it at 127.0.0.1 through their own sidecar.',
  closed: 'None while internal access is closed.',
  noAlias: 'None while the port has no alias.',
} as const
