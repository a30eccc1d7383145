/** The library: text in, record out. */
export type { Source } from '#document'
export { loadGround } from '#ground'
export { CODER_VERSION, type Ground, layGround, type Record, read, recordJsonSchema } from '#record'
