/** An address as it may stand in a message or a log: without name and password. */
export const withoutSecret = (url: string) => url.replace(/\/\/[^/@]*@/, '//')
