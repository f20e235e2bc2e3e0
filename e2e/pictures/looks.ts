/** The languages of the pictures, with the locale of the browser for each. */
export const languages = { en: 'en-US', zh: 'zh-CN' } as const

export const schemes = ['light', 'dark'] as const

/** A laptop, a tablet, a phone, and a small window at 400 %. */
export const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const
