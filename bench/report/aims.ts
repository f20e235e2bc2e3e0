import { answerOf, type Measurement, type Question, type Subject } from './results'

interface Aim extends Question {
  /** Whose figure the limit is for. */
  of: Subject
  /** By whose figure it is divided; null if the limit is in the unit of the measurement. */
  to: Subject | null
  limit: number
}

const tenThousand = '10,000 ports'
const twentyThousand = '20,000 ports, CPU 4×'

/** What is not to be exceeded, of what `npm run bench` measures; for what is better higher, what is to be reached. */
export const aims: readonly Aim[] = [
  ...['100 ports', tenThousand].flatMap((at) => [
    besideDom('switch → painted', at, 2),
    besideDom('switch, all CPU', at, 4),
  ]),
  besideDom('scroll 20,000 px, CPU', tenThousand, 2),
  besideDom('scroll 20,000 px, script', tenThousand, 5),
  absolute('grid', 'scroll 20,000 px, missed frames', tenThousand, 0),
  besideDom('filter key → painted', tenThousand, 2),
  besideDom('filter key, CPU', tenThousand, 2),
  besideDom('heap', tenThousand, 2),
  absolute('input', 'interactions, 98 % within', twentyThousand, 100),
  absolute('input', 'long tasks while scrolling', twentyThousand, 0),
  absolute('input', 'long tasks while typing', twentyThousand, 0),
  absolute('start', 'ports', 'slow network, CPU 4×', 2200),
  absolute('start', 'layout shift', 'loopback', 0),
  absolute('start', 'layout shift', 'slow network, CPU 4×', 0),
  {
    section: 'gateway',
    name: 'reads per CPU second',
    at: 'full speed',
    of: 'gateway',
    to: 'nginx',
    limit: 0.2,
  },
]

function besideDom(name: string, at: string, limit: number): Aim {
  return { section: 'grid', name, at, of: 'portdeck', to: 'dom', limit }
}

function absolute(section: Aim['section'], name: string, at: string, limit: number): Aim {
  return { section, name, at, of: 'portdeck', to: null, limit }
}

/** Says whether an aim is met, and what it is compared with; null if that wasn't measured. */
export function judge(aim: Aim, measurements: readonly Measurement[]) {
  const own = answerOf(measurements, aim, aim.of)
  const reference = aim.to === null ? { value: 1 } : answerOf(measurements, aim, aim.to)
  if (own === undefined || reference === undefined) return null
  const value = own.value / reference.value
  return { value, isMet: own.better === 'higher' ? value >= aim.limit : value <= aim.limit }
}
