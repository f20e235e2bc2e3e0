import { register } from 'tsx/esm/api'

/**
 * Answers `--help`, and refuses options and settings that cannot be used, before anything is built; then the process is
 * to end, which true says. Makes TypeScript importable from then on.
 */
export async function isAnsweredEarly(intro) {
  register()
  const { answerEarly } = await import('../gateway/config/command-line.ts')
  const answer = answerEarly(process.argv.slice(2), process.env, intro)
  if (answer === null) return false
  console[answer.exitCode === 0 ? 'log' : 'error'](answer.text)
  process.exitCode = answer.exitCode
  return true
}
