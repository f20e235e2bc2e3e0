import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { measureInMemory } from './in-memory'
import { measureInPage } from './in-page'
import { printBest } from './review-cost'

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(options.rounds)
const numbers = new Intl.NumberFormat('en-US')

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}; best of ${rounds}`,
)
console.log('one change of all ports, 20 of each component: ms until its review · longest task')
for (const components of [10, 100, 1000])
  printBest(`${numbers.format(components * 20)} ports`, await measureInMemory(components, rounds))
console.log('the same in the page, until the review has been painted; tasks of up to 50 ms count as 0')
for (const components of [10, 1000])
  printBest(`${numbers.format(components * 20)} ports`, await measureInPage(components, rounds))
