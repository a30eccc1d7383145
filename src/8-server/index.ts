/** Floor 8: the same answers over HTTP. */
export { type CodeRequest, createApp, type ServerOptions } from './create-app.ts'
export { type Listening, listen } from './listen.ts'
