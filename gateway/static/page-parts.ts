import * as z from 'zod/mini'
import { type PageName } from '../../src/features/scope/link/paths'

/** The part of Vite's manifest that says which files there are, what each imports and which styles it has. */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.optional(z.string()),
    imports: z._default(z.array(z.string()), []),
    css: z._default(z.array(z.string()), []),
  }),
)
type Manifest = z.infer<typeof manifestSchema>

/** What a page loads by itself, by the names that files have in the build, and its messages beside those of every page. */
interface PageFiles {
  readonly scripts: readonly string[]
  readonly words?: readonly string[]
}

const list = (name: string): PageFiles => ({ scripts: [name], words: ['choosing'] })
const allPorts: PageFiles = { scripts: ['AllPortsPage'], words: ['later'] }

const pageFiles: Readonly<Record<PageName, PageFiles>> = {
  home: { scripts: ['HomePage'] },
  teams: list('TeamsPage'),
  regions: list('RegionsPage'),
  apps: list('AppsPage'),
  components: list('ComponentsPage'),
  ports: { scripts: ['ports'] },
  clusterPorts: allPorts,
  appPorts: allPorts,
  exposure: { scripts: ['ExposurePage'], words: ['later'] },
}

const signInFiles: PageFiles = { scripts: ['SignInPage', 'SignInForm'], words: ['sign-in'] }

const languages = ['en', 'zh'] as const

/** The files that a page needs until it is usable, by their addresses below the base path. */
export interface PageParts {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** By language: the scripts that hold its messages. */
  readonly words: Readonly<Record<string, readonly string[]>>
}

export interface AppParts {
  /** Of an address that is no page, what every page needs. */
  readonly pageOf: (page: PageName | undefined) => PageParts
  readonly signIn: PageParts
}

/**
 * Finds the files of each page in the manifest of the build.
 * @param manifest as text; undefined where there is none
 * @param built `index.html`; the files that it names itself are left out
 */
export function appParts(manifest: string | undefined, built: string): AppParts {
  const parsed = manifestSchema.safeParse(JSON.parse(manifest ?? '{}'))
  const files: Manifest = parsed.success ? parsed.data : {}
  const keyOf = new Map(Object.entries(files).map(([key, { name }]) => [name, key]))
  const isMissing = (file: string) => !built.includes(file)

  function partsOf({ scripts, words = [] }: PageFiles): PageParts {
    const own = scripts.flatMap((name) => keyOf.get(name) ?? [])
    const keys = withImports(files, own)
    return {
      scripts: keys.flatMap((key) => files[key]?.file ?? []).filter(isMissing),
      styles: keys.flatMap((key) => files[key]?.css ?? []).filter(isMissing),
      words: Object.fromEntries(
        languages.map((language) => [
          language,
          [language, ...words.map((name) => `${name}-${language}`)].flatMap(
            (name) => files[keyOf.get(name) ?? '']?.file ?? [],
          ),
        ]),
      ),
    }
  }

  const unknown = partsOf({ scripts: [] })
  const pages = new Map(Object.entries(pageFiles).map(([page, names]) => [page, partsOf(names)]))
  return {
    pageOf: (page) => (page === undefined ? undefined : pages.get(page)) ?? unknown,
    signIn: partsOf(signInFiles),
  }
}

/** Returns the keys of files and of everything that they import; what is imported comes first. */
function withImports(files: Manifest, keys: readonly string[], seen = new Set<string>()): string[] {
  return keys.flatMap((key) => {
    const found = files[key]
    if (found === undefined || seen.has(key)) return []
    seen.add(key)
    return [...withImports(files, found.imports, seen), key]
  })
}
