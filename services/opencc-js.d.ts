/** The package types its converters only, not the tables they are made from. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
