const han = /\p{Script=Han}/u

/** Whether a name has a Chinese character, so that it can be found by pinyin. Only then `pinyin.ts`, which is large, is loaded. */
export const hasHan = (name: string) => han.test(name)
