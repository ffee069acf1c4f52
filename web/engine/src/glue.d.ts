// The JavaScript that emcc writes for each build; the build of the package puts it in place of these names.
declare module "#glue/form" {
  const factory: import("./raw.js").Factory;
  export default factory;
}
declare module "#glue/full" {
  const factory: import("./raw.js").Factory;
  export default factory;
}
