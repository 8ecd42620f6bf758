import { createClient } from '#api/client.ts';

export const vault = createClient((name, input) => window.approdo.call(name, input));
