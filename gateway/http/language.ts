/** The languages of the screen. */
export type Language = 'en' | 'zh'

/** One sentence in each language of the screen. */
export type Sentence = Readonly<Record<Language, string>>

/**
 * Returns the first language of the screen in `Accept-Language`. The app sends the language that the person chose;
 * browsers list theirs from the best to the worst.
 */
export function languageOf(header: string | undefined): Language {
  const [known] = (header ?? '').toLowerCase().match(/(?<![\w-])(en|zh)(?![a-z])/g) ?? []
  return known === 'zh' ? 'zh' : 'en'
}
