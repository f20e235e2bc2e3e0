import { type Level, levels, type PageName, pagePaths } from './paths'

/**
 * What the path of a link says of team, cluster, app and component, decoded, as ids or as names. A level may be missing
 * only where all levels below it are missing, too.
 */
export type LinkSegments = Partial<Record<Level, string>>

/** What a path leads to. */
export interface Link {
  segments: LinkSegments
  page: PageName
}

const allPorts = { region: 'clusterPorts', app: 'appPorts' } as const

/** The pages beside the way to a component, each with where the choice of a level leads from it, unless it leads back to the way. */
const sidePages = {
  clusterPorts: allPorts,
  appPorts: allPorts,
  exposure: { region: 'exposure' },
} as const satisfies Partial<Record<PageName, Partial<Record<Level, PageName>>>>
type SidePage = keyof typeof sidePages

const isSidePage = (page: PageName): page is SidePage => Object.hasOwn(sidePages, page)

const patterns = ([...Object.keys(sidePages), 'ports'] as readonly (SidePage | 'ports')[]).map((page) => ({
  page,
  parts: pagePaths[page].split('/'),
}))

/**
 * Returns what a path as the address bar has it (still encoded) leads to: one of the paths of `pagePaths`, or one that ends
 * at a name instead of the list below it. Null for any other path.
 */
export function readLink(pathname: string): Link | null {
  const parts = pathname.replace(/\/$/, '').split('/')
  for (const { page, parts: pattern } of patterns) {
    // Only the last pattern is also that of the lists on the way to it.
    const isWhole = parts.length === pattern.length
    const segments = page === 'ports' || isWhole ? segmentsOf(parts, pattern) : null
    if (segments) return { segments, page: page === 'ports' ? listPage(segments) : page }
  }
  return null
}

/** Returns the segments of a path, whatever page it leads to; null where there is none. */
export function parseLink(pathname: string): LinkSegments | null {
  return readLink(pathname)?.segments ?? null
}

function segmentsOf(parts: readonly string[], pattern: readonly string[]): LinkSegments | null {
  if (parts.length < 2 || parts.length > pattern.length) return null
  const segments: LinkSegments = {}
  for (const [at, part] of parts.entries()) {
    const expected = pattern[at]
    const level = levels.find((each) => expected === `:${each}`)
    if (level === undefined ? part !== expected : part === '') return null
    if (level !== undefined) segments[level] = decodeSegment(part)
  }
  return segments
}

function decodeSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const linkPages = ['teams', 'regions', 'apps', 'components', 'ports'] as const satisfies PageName[]

/** Returns the ports of a component, or the list from which the next level is chosen. */
function listPage(segments: LinkSegments): PageName {
  const missing = levels.findIndex((level) => segments[level] === undefined)
  return linkPages[missing] ?? 'ports'
}

/** Returns the path of a page, by default of the ports of a component or the list from which the next level is chosen. */
export function linkPath(segments: LinkSegments, page: PageName = listPage(segments)): string {
  return levels.reduce<string>(
    // A function, because `$` means something in a replacement.
    (path, level) => path.replace(`:${level}`, () => encodeURIComponent(segments[level] ?? '')),
    pagePaths[page],
  )
}

/** Returns the path of the page of all ports in an app, or in a cluster; null without a cluster. */
export function allPortsPath({ team, region, app }: LinkSegments): string | null {
  if (team === undefined || region === undefined) return null
  if (app === undefined) return linkPath({ team, region }, allPorts.region)
  return linkPath({ team, region, app }, allPorts.app)
}

/** Returns the path of the page of what is open at a cluster's gateway; null without a cluster. */
export function exposurePath({ team, region }: LinkSegments): string | null {
  return team === undefined || region === undefined ? null : linkPath({ team, region }, 'exposure')
}

/** Returns the segments above a level: they lead to the list from which it is chosen. */
export function segmentsAbove(segments: LinkSegments, level: Level): LinkSegments {
  const above: LinkSegments = {}
  for (const each of levels) {
    const segment = segments[each]
    if (each === level || segment === undefined) break
    above[each] = segment
  }
  return above
}

/**
 * Returns the path of a choice at `level`, which `segment` stands for in a link. From a page beside the way to a component, it
 * leads to the same page about what was chosen, where there is one.
 */
export function choicePath(
  segments: LinkSegments,
  level: Level,
  segment: string,
  from: PageName = 'home',
): string {
  const chosen = { ...segmentsAbove(segments, level), [level]: segment }
  const pages: Partial<Record<Level, PageName>> = isSidePage(from) ? sidePages[from] : {}
  return linkPath(chosen, pages[level])
}
