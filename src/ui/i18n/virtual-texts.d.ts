/** Made by scripts/locale-texts-plugin.ts. */
declare module 'virtual:door-texts/*' {
  export const texts: import('./texts.ts').DoorTexts;
}

declare module 'virtual:register-texts/*' {
  export const texts: import('./texts.ts').RegisterTexts;
}
