import { expect, test } from 'vitest'
import { linkPage, linkPath, segmentsAbove } from './link'
import { levels, pagePaths } from './paths'

const segments = { team: '平台 1', region: 'a/b', app: '7', component: 'gr1a2b3c' }

test('every page has one path, from which its links are built', () => {
  const links = [...levels.map((level) => segmentsAbove(segments, level)), segments]
  const table = links.map((link) => `${pagePaths[linkPage(link)]}\n    ${linkPath(link)}`)
  expect([pagePaths.home, ...table].join('\n')).toMatchInlineSnapshot(`
    "/
    /teams
        /teams
    /teams/:team/regions
        /teams/%E5%B9%B3%E5%8F%B0%201/regions
    /teams/:team/regions/:region/apps
        /teams/%E5%B9%B3%E5%8F%B0%201/regions/a%2Fb/apps
    /teams/:team/regions/:region/apps/:app/services
        /teams/%E5%B9%B3%E5%8F%B0%201/regions/a%2Fb/apps/7/services
    /teams/:team/regions/:region/apps/:app/services/:component/ports
        /teams/%E5%B9%B3%E5%8F%B0%201/regions/a%2Fb/apps/7/services/gr1a2b3c/ports"
  `)
  expect(new Set(links.map(linkPage)).size).toBe(Object.keys(pagePaths).length - 1)
})
