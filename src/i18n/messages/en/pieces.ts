/** The words of what every screen is made of: `src/components/`. */
export const piecesEn = {
  close: 'Close',
  details: 'Details',
  less: 'Less',
  copy: {
    copied: 'Copied',
    copiedText: 'Copied: {text}',
    selected: 'This page can’t use the clipboard. The text is selected: press Ctrl+C or ⌘C to copy it.',
  },
} as const
