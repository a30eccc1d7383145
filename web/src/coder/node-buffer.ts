import { Buffer } from 'buffer'

// The readers of old charsets and tables expect Node's Buffer; the browser has none.
Object.assign(globalThis, { Buffer })
