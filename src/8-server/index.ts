/** Floor 8: the same answers over HTTP. */
export { createApp, type ServerOptions } from './create-app.ts'
export { isLoopback, type Listening, type ListenOptions, listen } from './listen.ts'
export { openApiDocument } from './openapi/open-api-document.ts'
export { Refusal } from './refusal.ts'
export { ROUTES } from './routes/index.ts'
export type { CodeRequest } from './schemas/code-request.ts'
export type { RelateRequest } from './schemas/relate-request.ts'
