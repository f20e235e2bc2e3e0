/** The words of what every screen is made of: `src/components/`. */
export const piecesEn = {
  close: 'Close',
  details: 'Details',
  less: 'Less',
  copy: {
    copied: 'Copied',
    copiedText: 'Copied: {text}',
    selected: 'This page may not use the clipboard. The text is selected: copy it with Ctrl+C or ⌘C.',
  },
} as const
