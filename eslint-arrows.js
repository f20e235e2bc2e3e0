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
  { from: './gateway', only: ['./src/api/contract', './emulator'] },
]

const places = [
  './src/api',
  './src/app',
  './src/components',
  './src/domain',
  './src/features',
  './src/i18n',
  './src/lib',
  './emulator',
  './gateway',
]

/**
 * For each place with rooms, which other rooms of the same place each may import. `.` stands for the files that lie
 * directly in the place. A room that is not named here may import all of them.
 */
const rooms = {
  './src/api': { contract: [], errors: ['contract', '.'] },
  './src/domain': {
    model: [],
    impact: ['model'],
    plan: ['model', 'impact'],
    undo: ['model', 'impact'],
    execution: ['model', 'impact', 'plan'],
  },
  './src/features/change': {
    engine: [],
    words: ['engine'],
    review: ['engine', 'words', '.'],
    notices: ['engine', 'words', 'review', '.'],
  },
  './src/features/port-grid': {
    rows: [],
    interaction: [],
    editing: ['rows', '.'],
    cells: ['rows', 'editing', '.'],
    addresses: ['rows', 'cells', '.'],
  },
  './src/features/ports': { reading: ['.'], log: [], adding: ['reading', '.'] },
  './src/features/scope': { link: [], choosing: ['link', '.'] },
}

// `src/api/contract` lies inside `src/api`, and may be imported wherever `src/api` may not.
const layered = rules.flatMap(({ from, only }) =>
  places
    .filter((place) => !from.startsWith(place) && !only.includes(place))
    .map((place) => ({
      target: testless(from),
      from: place,
      ...(place === './src/api' && only.includes('./src/api/contract') ? { except: ['./contract'] } : {}),
      message: `ARCHITECTURE.md, "The arrows": ${from} may not import ${place}.`,
    })),
)

const roomy = Object.entries(rooms).flatMap(([place, table]) =>
  Object.entries(table).map(([room, only]) => ({
    target: testless(`${place}/${room}`),
    from: place,
    except: [
      `./${room}`,
      ...only.filter((name) => name !== '.').map((name) => `./${name}`),
      ...(only.includes('.') ? filesIn(place) : []),
    ],
    message: `ARCHITECTURE.md, "The arrows": ${place}/${room} may not import this room.`,
  })),
)

const features = entriesOf('./src/features')
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** Of the other features, only `change` and `port-grid` may be imported; `port-grid` itself only knows `change`. */
const sideways = features.map((feature) => ({
  target: `./src/features/${feature}`,
  from: './src/features',
  except: [
    `./${feature}`,
    ...(feature === 'change' ? [] : ['./change']),
    ...(['change', 'port-grid'].includes(feature) ? [] : ['./port-grid']),
  ],
  message:
    'ARCHITECTURE.md, "The arrows": a feature may not import another one, except change and port-grid.',
}))

const upwards = [
  { target: './src/features', from: './src/app', message: 'A feature may not import the app around it.' },
  { target: './src', from: './gateway', message: 'The browser may not import the gateway.' },
]

/** A test may import what it checks against: the plan is tested on the emulator. */
function testless(place) {
  return `${place}/**/!(*.test).{ts,tsx}`
}

function entriesOf(place) {
  return readdirSync(new URL(place, import.meta.url), { withFileTypes: true })
}

function filesIn(place) {
  return entriesOf(place)
    .filter((entry) => entry.isFile())
    .map((entry) => `./${entry.name}`)
}

export const arrows = [
  ...layered,
  ...roomy,
  ...sideways,
  ...upwards,
  { target: testless('./src'), from: './emulator', message: 'The production bundle holds no emulator code.' },
]
