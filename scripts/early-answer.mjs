import { register } from 'tsx/esm/api'

/**
 * Answers `--help` and refuses invalid options and settings before anything is built. Returns true if the process must
 * end then. Makes TypeScript files importable.
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
