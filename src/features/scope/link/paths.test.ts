import { expect, test } from 'vitest'
import { allPortsPath, exposurePath, linkPath, readLink, segmentsAbove } from './link'
import { levels, pagePaths } from './paths'

const segments = { team: '平台 1', region: 'a/b', app: '7', component: 'gr1a2b3c' }

test('every page has one path, from which its links are built, and which leads to it', () => {
  const links = [...levels.map((level) => segmentsAbove(segments, level)), segments]
  const all = [segmentsAbove(segments, 'app'), segmentsAbove(segments, 'component')]
  const paths = [
    ...links.map((link) => linkPath(link)),
    ...all.flatMap((link) => allPortsPath(link) ?? []),
    exposurePath(segments) ?? '',
  ]
  const pages = paths.map((path) => readLink(path)?.page ?? 'home')
  const table = paths.map((path, at) => `${pagePaths[pages[at] ?? 'home']}\n    ${path}`)
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
        /teams/%E5%B9%B3%E5%8F%B0%201/regions/a%2Fb/apps/7/services/gr1a2b3c/ports
    /teams/:team/regions/:region/ports
        /teams/%E5%B9%B3%E5%8F%B0%201/regions/a%2Fb/ports
    /teams/:team/regions/:region/apps/:app/ports
        /teams/%E5%B9%B3%E5%8F%B0%201/regions/a%2Fb/apps/7/ports
    /teams/:team/regions/:region/exposure
        /teams/%E5%B9%B3%E5%8F%B0%201/regions/a%2Fb/exposure"
  `)
  expect(new Set(pages).size).toBe(Object.keys(pagePaths).length - 1)
})
