import { readFileSync } from 'node:fs'
import { compare, doubtsAbout } from '../report/comparison'
import { parseResults } from '../report/results'
import { asText } from '../report/table'

const [beforePath, afterPath, ...others] = process.argv.slice(2)
if (beforePath === undefined || afterPath === undefined || others.length > 0) {
  console.error('Usage: npm run bench:compare -- BEFORE.json AFTER.json')
  process.exit(2)
}

const read = (path: string) => parseResults(readFileSync(path, 'utf8'), path)

try {
  const [before, after] = [read(beforePath), read(afterPath)]
  for (const doubt of doubtsAbout(before, after)) console.log(`Note: ${doubt}`)
  console.log(`Before: ${before.commit}, ${before.date}\nAfter:  ${after.commit}, ${after.date}\n`)
  console.log(asText(compare(before, after)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
