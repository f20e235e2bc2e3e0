export const colorSchemes = ['auto', 'light', 'dark'] as const
