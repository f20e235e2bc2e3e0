const han = /\p{Script=Han}/u

/** Whether a name has a Chinese character, so that it can be found by pinyin. */
export const hasHan = (name: string) => han.test(name)
