import { type Level, levels, type PageName, pagePaths } from './paths'

/**
 * What the path of a link says of team, cluster, app and component, decoded, as ids or as names. A level may be missing
 * only where all levels below it are missing, too.
 */
export type LinkSegments = Partial<Record<Level, string>>

const pattern = pagePaths.ports.split('/')

/**
 * Returns the segments of a path as the address bar has it (still encoded): one of the paths of `pagePaths`, or one that
 * ends at a name instead of the list below it. Null for any other path.
 */
export function parseLink(pathname: string): LinkSegments | null {
  const parts = pathname.replace(/\/$/, '').split('/')
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

/** Returns the page that a link leads to: the ports of a component, or the list from which the next level is chosen. */
export function linkPage(segments: LinkSegments): PageName {
  const missing = levels.findIndex((level) => segments[level] === undefined)
  return linkPages[missing] ?? 'ports'
}

/** Returns the path of the page that a link leads to. */
export function linkPath(segments: LinkSegments): string {
  return levels.reduce<string>(
    // A function, because `$` means something in a replacement.
    (path, level) => path.replace(`:${level}`, () => encodeURIComponent(segments[level] ?? '')),
    pagePaths[linkPage(segments)],
  )
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

/** Returns the path of a choice at `level`, which `segment` stands for in a link. */
export function choicePath(segments: LinkSegments, level: Level, segment: string): string {
  return linkPath({ ...segmentsAbove(segments, level), [level]: segment })
}
