/** Everybody may know it: it protects nobody. */
export const demoPassphrase = 'barca faro approdo vento sereno';
