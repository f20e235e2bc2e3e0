import { readdirSync } from 'node:fs'

/**
 * The arrows of ARCHITECTURE.md as zones for `import-x/no-restricted-paths`: what lives in `target` may import nothing
 * from `from`, save what `except` names.
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

const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** Of the other features, only `plan` and `port-grid` may be imported; `port-grid` itself only knows `plan`. */
const sideways = features.map((feature) => ({
  target: `./src/features/${feature}`,
  from: './src/features',
  except: [
    `./${feature}`,
    ...(feature === 'plan' ? [] : ['./plan']),
    ...(['plan', 'port-grid'].includes(feature) ? [] : ['./port-grid']),
  ],
  message:
    'ARCHITECTURE.md, "The arrows": a feature may not reach into another one, save plan and port-grid.',
}))

const upwards = [
  { target: './src/features', from: './src/app', message: 'A feature may not import the app around it.' },
  {
    target: './src',
    from: './gateway',
    message: 'The browser may not import the gateway.',
  },
]

/** A test may import what it checks against: the plan is tested on the emulator. */
function testless(place) {
  return `${place}/**/!(*.test).{ts,tsx}`
}

export const arrows = [
  ...layered,
  ...sideways,
  ...upwards,
  { target: testless('./src'), from: './emulator', message: 'The production bundle holds no emulator code.' },
]
