import { config } from 'zod';

// zod tries to build its checks from text, which the content security policy refuses and reports.
config({ jitless: true });
