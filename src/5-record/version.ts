/** Version of the coder; a test holds it to package.json's. */
export const CODER_VERSION = '0.1.0'
