import { readdirSync } from 'node:fs'

/**
 * The arrows of ARCHITECTURE.md as zones for `import-x/no-restricted-paths`: what lives in `target` may import nothing
 * from `from` except what `except` names.
 */
const rules = [
  { from: './src/api/contract', only: [] },
  { from: './src/i18n', only: ['./src/lib'] },
  { from: './src/lib', only: [] },
  { from: './src/domain', only: ['./src/api/contract'] },
  { from: './src/api', only: ['./src/lib'] },
  { from: './src/components', only: ['./src/lib', './src/i18n'] },
  { from: './emulator', only: ['./src/api/contract'] },
  {
    from: './gateway',
    only: ['./src/api/contract', './emulator'],
    // Which page an address is, and what that page reads first: the same table for both sides.
    files: {
      './src/api': ['./paths.ts'],
      './src/features': ['./scope/link/first-reads.ts', './scope/link/link.ts', './scope/link/paths.ts'],
    },
  },
  { from: './cli', only: ['./src/api', './src/domain', './src/i18n', './src/lib', './src/features'] },
]

const places = [
  './demo',
  './src/api',
  './src/app',
  './src/components',
  './src/domain',
  './src/features',
  './src/i18n',
  './src/lib',
  './emulator',
  './gateway',
  './cli',
]

/**
 * For each place with rooms, what each room may import of the same place: other rooms, files that lie directly in the place,
 * or `.` for all such files.
 */
const rooms = {
  './demo': { hosting: [], transport: [], words: [], panel: ['transport', 'words'], tour: ['words'] },
  './src/api': {
    contract: [],
    errors: ['contract', '.'],
    request: ['contract', 'errors', '.'],
    resources: ['contract', 'errors', 'request', '.'],
  },
  './src/components': {
    combobox: ['list', 'overlay', '.'],
    copy: ['.'],
    list: ['.'],
    notes: ['.'],
    overlay: ['.'],
    page: ['.'],
    testing: ['.'],
    tooltip: ['.'],
  },
  './src/domain': {
    collections: [],
    model: ['collections'],
    impact: ['collections', 'model'],
    exposure: ['collections', 'model', 'impact'],
    undo: ['collections', 'model'],
    plan: ['collections', 'model', 'impact', 'undo'],
    execution: ['collections', 'model', 'impact', 'undo', 'plan'],
    sheet: ['collections', 'model'],
    copying: ['collections', 'model', 'sheet'],
    testing: ['model', 'impact', 'plan', 'undo', 'execution', 'sheet', 'copying'],
  },
  './src/features/change': {
    engine: [],
    words: ['engine'],
    share: ['engine', 'words', '.'],
    review: ['engine', 'words', 'share', '.'],
    report: ['engine', 'words', '.'],
    notices: ['engine', 'words', 'review', 'report', '.'],
    testing: ['engine', 'notices', 'report', 'share'],
  },
  './src/features/port-grid': {
    rows: [],
    interaction: [],
    selection: ['rows', '.'],
    header: ['rows', 'selection', '.'],
    editing: ['rows', '.'],
    cells: ['rows', 'editing', '.'],
    addresses: ['rows', 'editing', 'cells', '.'],
    body: ['rows', 'selection', 'editing', 'cells', 'addresses', 'interaction', '.'],
    host: ['rows', 'editing', 'cells', '.'],
  },
  './src/features/bulk': { bar: ['.'] },
  './src/features/ports': {
    reading: ['.'],
    log: [],
    adding: ['reading', '.'],
    head: ['log', 'reading', '.'],
    toolbar: ['reading', '.'],
  },
  './src/features/exposure': { reading: [] },
  './src/features/inventory': {
    reading: [],
    'last-visit': ['reading'],
    query: [],
    search: ['query'],
    'column-filter': ['query', 'search'],
    views: [],
    testing: ['reading'],
  },
  './src/features/palette': { entries: [], reading: ['entries'] },
  './src/features/scope': { link: [], choosing: ['link', '.'] },
  './src/features/sheets': {
    work: [],
    comparing: ['work', '.'],
    exporting: ['work', '.'],
    importing: ['work', 'comparing', '.'],
    testing: [],
  },
  './src/features/session': { 'sign-in': ['.'] },
  './src/app': { look: [], shell: [], header: ['.'], keyboard: ['.'] },
  './src/lib': { text: [], dom: [], navigation: ['.'] },
  './gateway': {
    http: [],
    answers: ['http'],
    limits: ['http'],
    console: ['http', 'limits'],
    observe: ['http', 'limits', 'console'],
    session: ['http', 'limits', 'console', 'observe'],
    projection: [],
    proxy: ['http', 'limits', 'console', 'observe', 'session', 'projection'],
    static: ['http'],
    config: ['http', 'observe'],
    testing: ['console', 'serve.ts'],
  },
  './cli': {
    words: [],
    console: ['words', '.'],
    plan: ['console', 'words', '.'],
    apply: ['console', 'plan', 'words', '.'],
    testing: [],
  },
  './emulator': {
    faults: [],
    seeds: ['faults'],
    state: ['seeds'],
    wire: ['faults', 'state'],
    handlers: ['faults', 'state', 'wire'],
    hosts: ['faults', 'seeds', 'wire', 'create-emulator.ts'],
    recorded: ['seeds', 'create-emulator.ts'],
  },
}

// `src/api/contract` lies inside `src/api`, and may be imported wherever `src/api` may not.
const layered = rules.flatMap(({ from, only, files = {} }) =>
  places
    .filter((place) => !from.startsWith(place) && !only.includes(place))
    .map((place) => ({
      target: testless(from),
      from: place,
      except: [
        ...(place === './src/api' && only.includes('./src/api/contract') ? ['./contract'] : []),
        ...(files[place] ?? []),
      ],
      message: `ARCHITECTURE.md, "The arrows": ${from} may not import ${place}.`,
    })),
)

/** Returns the zones of a place's rooms. Throws when the place holds a room that the table lacks, or the reverse. */
function zonesOf(place, table) {
  const names = foldersOf(place).toSorted()
  const known = Object.keys(table).toSorted()
  if (names.join() !== known.join())
    throw new Error(
      `eslint-arrows.js knows the rooms ${known.join(', ')} of ${place}, which holds ${names.join(', ')}`,
    )
  return Object.entries(table).map(([room, only]) => ({
    target: testless(`${place}/${room}`),
    from: place,
    except: [room, ...only.flatMap((name) => (name === '.' ? filesOf(place) : [name]))].map(
      (name) => `./${name}`,
    ),
    message: `ARCHITECTURE.md, "Rooms": of ${place}, ${room} may import only ${only.join(', ') || 'itself'}.`,
  }))
}

const features = foldersOf('./src/features')

/**
 * Of the other features, only `change` and `port-grid` may be imported; `port-grid` itself only knows `change`, and
 * `palette`, which leads everywhere, also knows `scope`.
 */
const sideways = features.map((feature) => ({
  target: `./src/features/${feature}`,
  from: './src/features',
  except: [
    `./${feature}`,
    ...(feature === 'change' ? [] : ['./change']),
    ...(['change', 'port-grid'].includes(feature) ? [] : ['./port-grid']),
    // Both have a grid whose rows can be selected.
    ...(['inventory', 'ports'].includes(feature) ? ['./bulk'] : []),
    // Lists, and what is selected of them, are exported as sheets, and copied to other places.
    ...(['bulk', 'inventory'].includes(feature) ? ['./sheets', './copying'] : []),
    // Compares as an import does, with a place that is chosen.
    ...(feature === 'copying' ? ['./sheets', './scope'] : []),
    // Both read the same of a cluster.
    ...(feature === 'exposure' ? ['./inventory'] : []),
    ...(feature === 'palette' ? ['./scope'] : []),
  ],
  message:
    'ARCHITECTURE.md, "The arrows": a feature may not import another one, except those that its line names.',
}))

const upwards = [
  { target: './src/features', from: './src/app', message: 'A feature may not import the app around it.' },
  { target: './src', from: './gateway', message: 'The browser may not import the gateway.' },
  {
    target: testless('./cli'),
    from: './src/features',
    except: ['./change/engine', './change/words'],
    message:
      'ARCHITECTURE.md, "The arrows": of the features, the command line may import only the engine and the words.',
  },
  { target: testless('./src'), from: './demo', message: 'The production bundle holds nothing of the demo.' },
]

const emulatorInGateway = {
  target: [
    './gateway/!(*.test).ts',
    ...Object.keys(rooms['./gateway'])
      .filter((room) => room !== 'console')
      .map((room) => testless(`./gateway/${room}`)),
  ],
  from: './emulator',
  message: 'ARCHITECTURE.md, "Rooms": in the gateway, only console may import the emulator.',
}

/** A test may import what it checks against: the plan is tested on the emulator. */
function testless(place) {
  return `${place}/**/!(*.test).{ts,tsx}`
}

function foldersOf(place) {
  return entriesOf(place).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}

function filesOf(place) {
  return entriesOf(place).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

function entriesOf(place) {
  return readdirSync(new URL(place, import.meta.url), { withFileTypes: true })
}

export const arrows = [
  ...layered,
  ...Object.entries(rooms).flatMap(([place, table]) => zonesOf(place, table)),
  ...sideways,
  ...upwards,
  emulatorInGateway,
  { target: testless('./src'), from: './emulator', message: 'The production bundle holds no emulator code.' },
]
