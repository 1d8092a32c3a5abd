/** The bundler answers with the file's address. */
declare module '*.woff2' {
  const address: string;
  export default address;
}
