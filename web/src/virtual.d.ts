declare module 'virtual:country-names' {
  /** Names by ISO 3166-1 alpha-3 code. */
  export const names: { readonly [code: string]: string }
}
declare module '*.json?url' {
  const url: string
  export default url
}
