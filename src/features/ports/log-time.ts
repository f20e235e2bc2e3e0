const withZone = /(?:[zZ]|[+-]\d{2}:?\d{2})$/

/**
 * Takes a time as a cluster writes it (RFC 3339, with its zone) and gives it in the person's own zone and language.
 * A time that carries no zone could be any moment of a day, and is given as it is.
 *
 * @param timeZone the person's own where left out
 */
export function logTime(text: string, language: string, timeZone?: string): string {
  const moment = withZone.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(moment)) return text
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    moment,
  )
}
