import type { Level } from './scope'

/**
 * The words of a link: what its path says of team, cluster, app and component, decoded, as ids or as names. A level
 * may be missing only where all levels below it are missing, too.
 */
export interface LinkWords {
  team?: string
  region?: string
  app?: string
  component?: string
}

const shape =
  /^\/teams(?:\/([^/]+)(?:\/regions(?:\/([^/]+)(?:\/apps(?:\/([^/]+)(?:\/services(?:\/([^/]+)(?:\/ports)?)?)?)?)?)?)?)?\/?$/

/**
 * Takes a path as the address bar has it (still encoded), and gives the words in it, or null for a path that is not
 * one of `/teams/:team/regions/:region/apps/:app/services/:service/ports` or a beginning of it.
 */
export function parseLink(pathname: string): LinkWords | null {
  const match = shape.exec(pathname)
  if (match === null) return null
  const [team, region, app, component] = match.slice(1).map((part) => decodeWord(part))
  const words: LinkWords = {}
  if (team !== undefined) words.team = team
  if (region !== undefined) words.region = region
  if (app !== undefined) words.app = app
  if (component !== undefined) words.component = component
  return words
}

// `match` says that a group may be a string, though one that took no part in the match is undefined.
function decodeWord(part: string | undefined): string | undefined {
  if (part === undefined) return undefined
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * Takes the words of a link, and gives the path of the page they lead to: the ports of a component, or the list from
 * which the next level is chosen.
 */
export function linkPath({ team, region, app, component }: LinkWords): string {
  if (team === undefined) return '/teams'
  const teamPath = `/teams/${encodeURIComponent(team)}/regions`
  if (region === undefined) return teamPath
  const regionPath = `${teamPath}/${encodeURIComponent(region)}/apps`
  if (app === undefined) return regionPath
  const appPath = `${regionPath}/${encodeURIComponent(app)}/services`
  if (component === undefined) return appPath
  return `${appPath}/${encodeURIComponent(component)}/ports`
}

/** Takes the words of a link and a level, and gives the words above that level: where it is chosen from a list. */
export function wordsAbove({ team, region, app }: LinkWords, level: Level): LinkWords {
  const words: LinkWords = {}
  if (level === 'team' || team === undefined) return words
  words.team = team
  if (level === 'region' || region === undefined) return words
  words.region = region
  if (level === 'app' || app === undefined) return words
  words.app = app
  return words
}

/** Takes the words of a link, a level, and the readable word of a choice there, and gives the path that the choice has. */
export function choicePath(words: LinkWords, level: Level, word: string): string {
  return linkPath({ ...wordsAbove(words, level), [level]: word })
}
