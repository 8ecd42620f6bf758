/** Made by scripts/library-list-plugin.ts from the lock file. */
declare module 'virtual:libraries' {
  export const libraries: { name: string; version: string; licence: string }[];
}
