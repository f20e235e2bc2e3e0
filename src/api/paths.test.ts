import { expect, test } from 'vitest'
import { paths } from './paths'

const ref = { team: '平台', region: 'a/b', app: 7, component: 'gr1a2b3c' }

test('every request goes to one of these paths, with each part encoded', () => {
  const table = Object.entries(paths).map(([name, path]) => `${name}: ${path(ref, 8080)}`)
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "session: /session
    teams: /openapi/v1/teams
    team: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0
    regions: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions
    region: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb
    teamPorts: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps_port
    apps: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps
    app: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps/7
    domains: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps/7/domains
    components: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps/7/services
    component: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps/7/services/gr1a2b3c
    events: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps/7/services/gr1a2b3c/events
    ports: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps/7/services/gr1a2b3c/ports
    port: /openapi/v1/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps/7/services/gr1a2b3c/ports/8080"
  `)
})
